import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Socket } from 'socket.io-client';
import { notSignedIn, type Change, type Problem, type RouteShape, type SocketEventShape, type TopicShape } from '@halong/platform/contract';
import type { z } from 'zod';
import { ProblemError, tellSignedOut } from './client.ts';
import { keyOf } from './query.ts';

interface Watch {
  topic: string;
  id: number;
  count: number;
  heard: Set<(change: Change | null) => void>;
}

const watches = new Map<string, Watch>();
let opening: Promise<Socket> | undefined;

/** Opens the one socket of the page, when the first screen wants it: the first picture does not wait for it. */
function open(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) => {
    const socket = io({ path: '/api/ws', transports: ['websocket', 'polling'], reconnectionDelayMax: 5_000, randomizationFactor: 0.5 });
    socket.on('connect', () => {
      for (const watch of watches.values()) {
        socket.emit('watch', { topic: watch.topic, id: watch.id });
        // What happened while the line was down is not told again: look once.
        for (const hear of watch.heard) hear(null);
      }
    });
    // The server ends sockets when rights change; a session that still holds may come back with its new rights.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1_000);
    });
    // A refused handshake is not tried again by itself. Without a sign-in only `renewSocket` helps; everything else passes.
    socket.on('connect_error', (error) => {
      if (error.message === notSignedIn) tellSignedOut();
      else if (!socket.active) setTimeout(() => socket.connect(), 2_000);
    });
    socket.on('changed', (change: Change) => {
      for (const hear of watches.get(`${change.topic}-${change.id}`)?.heard ?? []) hear(change);
    });
    return socket;
  });
  return opening;
}

/** Ends the socket, at sign-out. */
export function closeSocket(): void {
  void opening?.then((socket) => socket.disconnect());
  opening = undefined;
}

/** Takes the line up again with the sign-in of now; whoever watches keeps watching. */
export function renewSocket(): void {
  void opening?.then((socket) => socket.disconnect().connect());
}

let firstPicture: Promise<void> | undefined;

/** The first picture is paid for first: nobody watches while the page still waits for what it shows, a minute at most. */
async function pictureShown(): Promise<void> {
  const end = performance.now() + 60_000;
  const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));
  await pause(1_500);
  while (document.querySelector('[aria-busy=true]') && performance.now() < end) await pause(250);
}

function startWatching(topic: string, id: number, hear: (change: Change | null) => void): () => void {
  const name = `${topic}-${id}`;
  const watch = watches.get(name) ?? { topic, id, count: 0, heard: new Set() };
  watches.set(name, watch);
  watch.count += 1;
  watch.heard.add(hear);
  firstPicture ??= pictureShown();
  void firstPicture.then(() => (watch.count > 0 ? open() : undefined)).then((socket) => {
    // What changed between the first fetch and the joining is not told: look once when the server has let us in.
    if (socket?.connected && watch.count > 0) socket.emit('watch', { topic, id }, () => hear(null));
  });
  return () => {
    watch.count -= 1;
    watch.heard.delete(hear);
    if (watch.count > 0) return;
    watches.delete(name);
    void opening?.then((socket) => socket.emit('unwatch', { topic, id }));
  };
}

/** While the screen is open: whenever the server says that this changed, fetch these routes again. */
export function useWatch(topic: TopicShape, id: number | undefined, refetch: readonly RouteShape[]): void {
  const client = useQueryClient();
  const names = refetch.map((route) => keyOf(route)[0]).join('|');
  useEffect(() => {
    if (id === undefined) return undefined;
    return startWatching(topic.name, id, () => {
      for (const name of names.split('|')) void client.invalidateQueries({ queryKey: [name] });
    });
  }, [client, topic.name, id, names]);
}

/** Sends a socket message and waits for its answer, ten seconds at most. */
export async function sendSocket<E extends SocketEventShape>(event: E, payload: z.input<E['payload']>): Promise<z.output<E['reply']>> {
  const socket = await open();
  const answer = (await socket.timeout(10_000).emitWithAck(event.name, payload)) as { problem?: Problem };
  if (answer?.problem) throw new ProblemError(answer.problem);
  return answer as z.output<E['reply']>;
}

/** Attaches to the socket of the page once it is there. Answers how to stop. */
function onSocket(attach: (socket: Socket) => () => void): () => void {
  let stop = () => undefined as void;
  let stopped = false;
  void open().then((socket) => {
    if (!stopped) stop = attach(socket);
  });
  return () => {
    stopped = true;
    stop();
  };
}

/** Tells whether the line is up: `listen(true)` at once when it is. Answers how to stop. */
export function watchConnection(listen: (connected: boolean) => void): () => void {
  return onSocket((socket) => {
    const up = () => listen(true);
    const down = () => listen(false);
    listen(socket.connected);
    socket.on('connect', up).on('disconnect', down);
    return () => void socket.off('connect', up).off('disconnect', down);
  });
}

/**
 * Calls `listen` with every sign of life of the server, about every ten seconds. Browsers let timers of hidden pages run once
 * a minute; what comes over the line they hear at once. Answers how to stop.
 */
export function watchPulse(listen: () => void): () => void {
  return onSocket((socket) => {
    socket.io.on('ping', listen);
    return () => void socket.io.off('ping', listen);
  });
}
