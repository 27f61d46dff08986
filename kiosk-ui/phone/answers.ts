// Whether a complaint made on this phone was answered and nobody has read the answer yet. Only the phone knows which
// complaints are its own, so it asks.
import { signal } from '@preact/signals'
import type { OwnComplaint } from '../../server/http/complaints/shapes.ts'
import { fetchJson } from '../../screens/command.ts'
import { isRead, keptTokens } from '../complaint/kept.ts'

export const hasAnswer = signal(false)

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
