/**
 * Loaded before api and worker (`node --import`): when the launcher dies, even by SIGKILL, the channel to it closes
 * and the process ends as if told to: politely, and after ten seconds for sure.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
process.channel?.unref(); // the leash alone keeps nobody alive
