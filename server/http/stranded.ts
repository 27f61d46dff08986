// The sentence of a refusal that people stand in the way of: who waits for what, by the names of the services.
import type { Refusal } from '../hall/refusal.ts'
import { strandedText } from '../texts/stranded.ts'
import type { HallDoor } from './ask.ts'
import type { Language } from './language.ts'

/** Makes the sentence of such a refusal; undefined for any other, which has that of its code. */
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
