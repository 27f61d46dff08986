// Taking agencies and services from the catalogue into a plan: with ids of their own, nothing confirmed yet, and
// papers that one service issues for another linked, also to what the plan took earlier.
import type { CatalogueAgency, CatalogueService } from '../../../server/halls/catalogue/shape.ts'
import type { Agency, Plan, Service } from '../../../server/hall/plan.ts'
import { newId } from '../draft/edit.ts'

/**
 * Whether a thing in the plan was taken from this entry: its id begins with the entry's. The sample hall has the same
 * ids.
 */
export const isFrom = (id: string, entry: string): boolean =>
  id === entry || (id.startsWith(`${entry}-`) && /^[a-z0-9]{8}$/.test(id.slice(entry.length + 1)))

const lower = (text: string) => text.trim().toLowerCase()

/** The plan's agency for an entry: taken from it, or with the same name. */
export function agencyOf(plan: Plan, entry: CatalogueAgency): Agency | undefined {
  const { agencies } = plan
  return (
    agencies.find(({ id }) => isFrom(id, entry.id)) ??
    agencies.find(
      ({ name, short }) => lower(name.id) === lower(entry.name.id) || lower(short) === lower(entry.short),
    )
  )
}

/** The plan's service for an entry. */
export function serviceOf(
  plan: Plan,
  agency: Agency | undefined,
  entry: CatalogueService,
): Service | undefined {
  return (
    plan.services.find(({ id }) => isFrom(id, entry.id)) ??
    plan.services.find((one) => one.agency === agency?.id && lower(one.name.id) === lower(entry.name.id))
  )
}

/** Adds these services of an agency, and the agency itself if the plan lacks it. What already exists stays. */
export function take(
  plan: Plan,
  catalogue: readonly CatalogueAgency[],
  entry: CatalogueAgency,
  chosen: ReadonlySet<string>,
): Plan {
  const there = agencyOf(plan, entry)
  const agency = there ?? {
    id: newId(
      entry.id,
      plan.agencies.map(({ id }) => id),
    ),
    name: entry.name,
    short: entry.short,
  }
  const wanted = entry.services.filter((one) => chosen.has(one.id) && !serviceOf(plan, there, one))
  if (wanted.length === 0 && there) return plan
  const taken = plan.services.map(({ id }) => id)
  const ids = new Map(wanted.map((one) => [one.id, newId(one.id, taken)]))
  // The ids of the catalogue's services in this plan, including those that were already here.
  for (const office of catalogue) {
    const own = agencyOf(plan, office)
    for (const one of office.services) {
      const before = serviceOf(plan, own, one)
      if (before) ids.set(one.id, before.id)
    }
  }
  const here = (id: string | null) => (id === null ? null : (ids.get(id) ?? null))
  const prefixes = createPrefixes(plan, agency.id)
  const made = wanted.map(
    ({ id, name, words, prefix, minutes, after, requirements, standard, source }): Service => ({
      id: ids.get(id) ?? id,
      agency: agency.id,
      name,
      ...(words && { words }),
      prefix: prefixes(prefix),
      // No counter serves it yet: nothing opens by itself.
      phase: { status: 'soon', expected: null },
      minutes,
      quota: null,
      hours: null,
      after: after.flatMap((one) => here(one) ?? []),
      requirements: requirements.map((paper) => ({
        ...paper,
        issuedBy: here(paper.issuedBy),
        confirmed: false,
      })),
      ...(standard && { standard: { ...standard, confirmed: false } }),
      source,
    }),
  )
  const papers = issuersOf(catalogue)
  return {
    ...plan,
    agencies: there ? plan.agencies : [...plan.agencies, agency],
    services: [...plan.services.map((service) => linked(service, papers, here)), ...made],
  }
}

/** By the catalogue's service and paper: which of its services issues it. */
function issuersOf(catalogue: readonly CatalogueAgency[]): Map<string, ReadonlyMap<string, string>> {
  return new Map(
    catalogue
      .flatMap(({ services }) => services)
      .map(({ id, requirements }) => [
        id,
        new Map(
          requirements.flatMap((paper) =>
            paper.issuedBy === null ? [] : [[paper.id, paper.issuedBy] as const],
          ),
        ),
      ]),
  )
}

/** For a service that was taken before those that issue its papers: now they are linked. */
function linked(
  service: Service,
  papers: ReadonlyMap<string, ReadonlyMap<string, string>>,
  here: (id: string | null) => string | null,
): Service {
  const entry = [...papers.keys()].find((id) => isFrom(service.id, id))
  const issuers = entry === undefined ? undefined : papers.get(entry)
  const requirements = service.requirements.map((paper) => {
    const issuer = paper.issuedBy === null ? here(issuers?.get(paper.id) ?? null) : null
    return issuer === null || issuer === service.id ? paper : { ...paper, issuedBy: issuer }
  })
  return requirements.every((paper, nth) => paper === service.requirements[nth])
    ? service
    : { ...service, requirements }
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The proposed prefix if no other agency has it, else a free one; services with the same one keep sharing. */
function createPrefixes(plan: Plan, agency: string): (wanted: string) => string {
  const taken = new Set(plan.services.flatMap((one) => (one.agency === agency ? [] : [one.prefix])))
  const chosen = new Map<string, string>()
  const all = [...LETTERS, ...LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`))]
  return (wanted) => {
    const before = chosen.get(wanted)
    if (before !== undefined) return before
    const used = new Set([...taken, ...chosen.values()])
    const prefix = used.has(wanted) ? (all.find((one) => !used.has(one)) ?? wanted) : wanted
    chosen.set(wanted, prefix)
    return prefix
  }
}
