// Speaks sentences one after the other, never two at once: moving on cuts off the current one.
import type { Sentence } from './reading.ts'
import { voiceless } from './state.ts'

/** How long no key must come before a text is spoken, ms, so that skimming past items says nothing. */
const REST_MS = 120
/** A voice that takes longer counts as missing, ms. */
const PATIENCE_MS = 6_000
/** The pause after numbers, to write them down. */
const SLOW = 0.8

const audio = new Audio()
/** Called when the current sound has ended, whether or not it was heard. */
let heard: (well: boolean) => void = () => {}
audio.addEventListener('ended', () => heard(true))
audio.addEventListener('pause', () => heard(true))
audio.addEventListener('error', () => heard(false))
/** Sounds of this visit by sentence; a failed one is asked for again. */
const sounds = new Map<string, Promise<string | null>>()
let waiting: Sentence[] = []
/** Counts the interruptions. */
let turn = 0
let talking = false
let speed = 1

/** Cuts off the current sentence, and says this. */
export function say(sentences: readonly Sentence[]): void {
  waiting = [...sentences]
  audio.pause()
  begin()
}

/** Says this after the current sentence. */
export function add(sentences: readonly Sentence[]): void {
  waiting.push(...sentences)
  if (!talking) begin()
}

/** Falls silent, and keeps nothing of the visit. */
export function forget(): void {
  sounds.clear()
  speed = 1
  audio.volume = 1
  voiceless.value = false
}

/** Faster or slower (`by` 1 or -1), for this visitor. */
export function changeSpeed(by: number): void {
  speed = Math.min(2, Math.max(0.6, speed + by / 5))
}

export function changeVolume(by: number): void {
  audio.volume = Math.min(1, Math.max(0.1, audio.volume + by / 6))
}

function begin(): void {
  talking = true
  turn += 1
  const mine = turn
  setTimeout(() => void talk(mine), REST_MS)
}

async function talk(mine: number): Promise<void> {
  if (mine !== turn) return
  const one = waiting.shift()
  if (!one) {
    talking = false
    return
  }
  const name = await soundOf(one)
  if (mine !== turn) return
  // The next one is made while this one plays.
  if (name && waiting[0]) void soundOf(waiting[0])
  const well = name !== null && (await play(name, one.slow ? SLOW : 1))
  if (mine !== turn) return
  voiceless.value = !well
  if (!well) {
    waiting = []
    earcon()
  }
  return talk(mine)
}

function soundOf({ text, language }: Sentence): Promise<string | null> {
  const key = `${language} ${text}`
  const known = sounds.get(key)
  if (known) return known
  const asked = ask(text, language).catch(() => null)
  sounds.set(key, asked)
  void asked.then((name) => name ?? sounds.delete(key))
  return asked
}

async function ask(text: string, language: string): Promise<string | null> {
  const answer = await fetch('/api/speech', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, language }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return answer.ok ? ((await answer.json()) as { audio: string }).audio : null
}

/** Whether it was played, to its end or until something else had to be said. */
function play(name: string, pace: number): Promise<boolean> {
  return new Promise((resolve) => {
    heard = resolve
    audio.src = `/api/audio/${name}`
    audio.playbackRate = speed * pace
    audio.play().catch(() => resolve(audio.error === null))
  })
}

/** A short tone in place of a missing voice. */
function earcon(): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  tone.connect(context.destination)
  tone.addEventListener('ended', () => void context.close())
  tone.start()
  tone.stop(0.15)
}
