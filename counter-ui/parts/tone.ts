// Two soft notes, made by the browser itself. Silent if it has no sound, or allows none before a first touch.

const NOTES_HZ = [659.3, 880]
const LOUDNESS = 0.08
const LENGTH_S = 0.5
const APART_S = 0.16

let context: AudioContext | null = null

export function playTone(): void {
  if (!('AudioContext' in globalThis)) return
  context ??= new AudioContext()
  const { currentTime, destination } = context
  // If the browser held them back, the notes would all sound at the first touch.
  if (context.state !== 'running') void context.resume()
  for (const [index, hertz] of NOTES_HZ.entries()) {
    const from = currentTime + index * APART_S
    const note = context.createOscillator()
    const volume = context.createGain()
    note.frequency.value = hertz
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + LENGTH_S)
    note.connect(volume).connect(destination)
    note.start(from)
    note.stop(from + LENGTH_S)
  }
}
