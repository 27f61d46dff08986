// Finding services by what people type: every word must begin a word of the service's or the agency's name.
import type { HallAgency, HallService } from '../../server/live/hall.ts'

function wordsIn(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The services that match, in the plan's order; all of them for no words. Names of every language count. */
export function searchServices(
  services: readonly HallService[],
  agencies: ReadonlyMap<string, HallAgency>,
  typed: string,
): HallService[] {
  const asked = wordsIn(typed)
  if (asked.length === 0) return [...services]
  return services.filter((service) => {
    const agency = agencies.get(service.agency)
    const names = [
      ...Object.values(service.name),
      ...(agency ? [...Object.values(agency.name), agency.short] : []),
    ]
    const words = wordsIn([...names, service.prefix].join(' '))
    return asked.every((start) => words.some((word) => word.startsWith(start)))
  })
}
