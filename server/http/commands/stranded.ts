// The sentence for a refusal because people would be stranded: how many wait for which services, and which agencies'
// accounts would close.
import type { OfAgency } from '../../access/outlived.ts'
import type { Refusal } from '../../hall/refusal.ts'
import { closingText, strandedText } from '../../texts/stranded.ts'
import type { HallDoor } from '../ground/ask.ts'
import type { Language } from '../ground/language.ts'

/** Makes the sentence for such a refusal; undefined for any other, which has the sentence of its code. */
export function whoIsStranded({ context: { hall } }: HallDoor, language: Language) {
  return ({ people }: Refusal): string | undefined => {
    const { services } = hall.layout
    return (
      people &&
      strandedText(
        people.map(({ service, count }) => ({
          service: services.get(service)?.name[language] ?? service,
          count,
        })),
        language,
      )
    )
  }
}

/** The accounts as a refusal lists them: whose they are, and nothing secret. */
export function concernedAccounts(accounts: readonly OfAgency[]) {
  return accounts.map(({ username, name, role, agency }) => ({ username, name, role, agency }))
}

/** The same sentence for a changed plan, which closes `accounts` with their agencies; undefined as above. */
export function whoIsConcerned(
  { context: { hall } }: HallDoor,
  language: Language,
  accounts: readonly OfAgency[],
  after: string | undefined,
): string | undefined {
  if (accounts.length === 0) return after
  const counts = new Map<string, number>()
  for (const { agency } of accounts) {
    const name = hall.layout.agencies.get(agency)?.short ?? agency
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return closingText(counts, language, after)
}
