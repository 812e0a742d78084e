import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runBounded } from './bounded-run.ts';
import { ConversionRefused, refusedAs, type Conversion } from './conversion.ts';
import { jpegSize } from './jpeg-size.ts';
import { heightsFor, masterPlaylist, rateOf, streamSeconds } from './rendition.rules.ts';

const probed = z.object({
  format: z.object({ duration: z.coerce.number().positive() }),
  streams: z.array(z.object({
    codec_type: z.string(), width: z.number().optional(), height: z.number().optional(), disposition: z.object({ attached_pic: z.number() }).partial().optional(),
    side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
  })),
});

interface Recording {
  durationMs: number;
  picture: { width: number; height: number } | undefined;
  sound: boolean;
}

/** Nothing of where and with what it was taken goes along. */
const clean = ['-map_metadata', '-1', '-map_chapters', '-1'];

/** Recording → picture in the qualities that it has, sound alone, and a picture to stand for it. */
export async function convertStream(work: Conversion): Promise<void> {
  const recording = await probe(work);
  await work.measured({ durationMs: recording.durationMs });
  const heights = recording.picture ? heightsFor(recording.picture.height) : [];
  const steps = heights.length + 1;
  const share = (step: number) => (percent: number) => work.progress(Math.floor((step * 100 + percent) / steps));
  if (recording.sound) await makeSound(work, recording, share(0));
  if (!recording.picture) return;
  await makePoster(work, recording);
  for (const [at, height] of heights.entries()) await makeQuality(work, recording, height, share(at + 1));
  await makeMaster(work, recording, heights);
}

async function probe({ folder, source, signal }: Conversion): Promise<Recording> {
  const args = ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams', source];
  const said = await runBounded('ffprobe', args, { folder, seconds: 60, memoryMb: 2_048, signal }).catch(refusedAs('DAMAGED'));
  const found = probed.safeParse(JSON.parse(said));
  if (!found.success) throw new ConversionRefused('DAMAGED', 'no duration');
  const { format, streams } = found.data;
  const film = streams.find((one) => one.codec_type === 'video' && !one.disposition?.attached_pic && one.width && one.height);
  const sound = streams.some((one) => one.codec_type === 'audio');
  if (!film && !sound) throw new ConversionRefused('NOTHING_TO_PLAY');
  const turned = Math.abs(film?.side_data_list?.find((one) => one.rotation !== undefined)?.rotation ?? 0) % 180 === 90;
  const picture = film && (turned ? { width: film.height!, height: film.width! } : { width: film.width!, height: film.height! });
  return { durationMs: Math.round(format.duration * 1_000), picture, sound };
}

async function encode(work: Conversion, { durationMs }: Recording, args: readonly string[], progress: (percent: number) => Promise<void>): Promise<void> {
  let told = 0;
  const onLine = (line: string) => {
    const percent = Math.min(99, Math.floor(Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? 0) / durationMs / 10));
    if (percent < told + 5) return;
    told = percent;
    progress(percent).catch(() => undefined); // the next one says more
  };
  const all = ['-nostdin', '-v', 'error', '-y', '-progress', 'pipe:1', '-threads', '2', '-i', work.source, ...args];
  await runBounded('ffmpeg', all, { folder: work.folder, seconds: streamSeconds(durationMs), signal: work.signal, onLine }).catch(refusedAs('DAMAGED'));
}

async function makeSound(work: Conversion, recording: Recording, progress: (percent: number) => Promise<void>): Promise<void> {
  if (work.has('sound.m4a')) return;
  const path = join(work.folder, 'sound.m4a');
  await encode(work, recording, ['-map', '0:a:0', '-vn', ...clean, '-c:a', 'aac', '-b:a', '48k', '-ac', '1', '-movflags', '+faststart', path], progress);
  await work.keep({ name: 'sound.m4a', mediaType: 'audio/mp4', path });
}

async function makePoster(work: Conversion, { durationMs }: Recording): Promise<void> {
  if (work.has('poster.jpg')) return;
  const path = join(work.folder, 'poster.jpg');
  const second = Math.min(5, durationMs / 10_000).toFixed(2);
  const args = ['-nostdin', '-v', 'error', '-y', '-ss', second, '-i', work.source, '-frames:v', '1', ...clean, '-vf', "scale='min(1280,iw)':-2", '-q:v', '4', path];
  await runBounded('ffmpeg', args, { folder: work.folder, seconds: 120, signal: work.signal }).catch(refusedAs('DAMAGED'));
  await work.keep({ name: 'poster.jpg', mediaType: 'image/jpeg', path, ...(await jpegSize(path)) });
}

const base = (height: number) => `v${height}`;

/** One quality: a playlist, and one file whose parts it names by their bytes. */
async function makeQuality(work: Conversion, recording: Recording, height: number, progress: (percent: number) => Promise<void>): Promise<void> {
  const name = base(height);
  if (work.has(`${name}.m3u8`)) return;
  const rate = rateOf(height);
  const playlist = join(work.folder, `${name}.m3u8`);
  await encode(work, recording, [
    '-map', '0:v:0', '-map', '0:a:0?', ...clean, '-vf', `scale=-2:${height},format=yuv420p`, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-maxrate', String(rate), '-bufsize', String(rate * 2),
    '-force_key_frames', 'expr:gte(t,n_forced*6)', '-c:a', 'aac', '-b:a', '64k', '-ac', '2',
    '-f', 'hls', '-hls_time', '6', '-hls_playlist_type', 'vod', '-hls_flags', 'single_file', '-hls_segment_filename', join(work.folder, `${name}.ts`), playlist,
  ], progress);
  const lines = await readFile(playlist, 'utf8');
  if (!lines.includes('#EXT-X-ENDLIST')) throw new ConversionRefused('DAMAGED', 'the playlist has no end');
  const width = Math.round((recording.picture!.width * height) / recording.picture!.height / 2) * 2;
  await work.keep({ name: `${name}.ts`, mediaType: 'video/mp2t', path: join(work.folder, `${name}.ts`), width, height });
  await work.keep({ name: `${name}.m3u8`, mediaType: 'application/vnd.apple.mpegurl', path: playlist, width, height });
}

async function makeMaster(work: Conversion, { durationMs, picture }: Recording, heights: readonly number[]): Promise<void> {
  if (work.has('master.m3u8')) return;
  const path = join(work.folder, 'master.m3u8');
  const qualities = heights.map((height) => ({
    name: `${base(height)}.m3u8`, height, width: Math.round((picture!.width * height) / picture!.height / 2) * 2, bytes: work.bytesOf(`${base(height)}.ts`),
  }));
  await writeFile(path, masterPlaylist(qualities, durationMs));
  await work.keep({ name: 'master.m3u8', mediaType: 'application/vnd.apple.mpegurl', path });
}
