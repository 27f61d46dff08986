// Ends what the worker started: a command that speaks, and whatever that started in turn.

/** Kills all processes of the group that this one leads, itself too. Does nothing where it leads none. */
export function endGroup(leader: number | undefined): void {
  // Windows has no groups; there a command ends by its own time limit.
  if (leader === undefined || process.platform === 'win32') return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nobody is left, or it leads no group.
  }
}
