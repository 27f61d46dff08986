// The complaints of this phone, in its own storage: only the token opens an answer. A tablet keeps none. And whether
// one of them was answered meanwhile.
import { signal } from '@preact/signals'
import type { OwnComplaint } from '../../server/http/complaints/shapes.ts'
import { fetchJson } from '../../screens/command.ts'

/** The most complaints kept on a phone; the oldest goes. */
const MOST = 20
const NAME = 'antre-complaints'
const READ = 'antre-complaints-read'
const TOKEN = /^[\w-]{22}$/

/** The tokens, the newest first. A phone that stores nothing has none. */
export function keptTokens(): string[] {
  return read(NAME).filter((one) => TOKEN.test(one))
}

/** Keeps one more. False: this phone stores nothing. */
export function keepToken(token: string): boolean {
  return write(NAME, [token].concat(keptTokens().filter((one) => one !== token)).slice(0, MOST))
}

export function forgetToken(token: string): void {
  write(
    NAME,
    keptTokens().filter((one) => one !== token),
  )
  write(
    READ,
    read(READ).filter((one) => one.split(' ')[0] !== token),
  )
}

/** Whether somebody has already been shown this many answers to this complaint. */
function isRead(token: string, answers: number): boolean {
  return read(READ).indexOf(`${token} ${answers}`) >= 0
}

/** This many answers to this complaint have been shown: a visit's page need not mention them. */
export function markRead(token: string, answers: number): void {
  if (!isRead(token, answers)) write(READ, [`${token} ${answers}`].concat(read(READ)).slice(0, MOST))
}

function read(name: string): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) || '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function write(name: string, kept: readonly string[]): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** The token in a pasted address, or typed by itself; null: there is none. */
export function tokenIn(typed: string): string | null {
  const last = typed.trim().split('#').pop() || ''
  return TOKEN.test(last) ? last : null
}

// Whether a complaint made on this phone was answered and nobody has read the answer yet. Only the phone knows which
// complaints are its own, so it asks.

// Marked, so that the build leaves it out of the page of complaints, which never asks.
export const hasAnswer = /* @__PURE__ */ signal(false)

/** Looks now, and each minute while somebody looks at the page. */
export async function lookForAnswers(): Promise<void> {
  if (!document.hidden) await look()
  setTimeout(() => void lookForAnswers(), 60_000)
}

async function look(): Promise<void> {
  let found = false
  for (const token of keptTokens()) {
    const outcome = await fetchJson<OwnComplaint>(`/api/complaints/${token}`)
    const count = outcome.ok ? outcome.data.answers.length : 0
    if (count > 0 && !isRead(token, count)) found = true
  }
  hasAnswer.value = found
}
