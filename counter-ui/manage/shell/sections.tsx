// The sections of `/manage/`, each one entry: its address, its title, who has it, what its changes do, and what is
// loaded when somebody goes there.
import { OwnAccount } from '../accounts/OwnAccount.tsx'
import { knownSections } from './way.ts'
import type { Role, Section } from './section.ts'

const managers: readonly Role[] = ['manager']

export const sections: readonly Section[] = [
  {
    id: 'hall',
    title: 'section.hall',
    words: 'words.hall',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../hall/HallSection.tsx')).HallSection,
  },
  {
    id: 'agencies',
    title: 'section.agencies',
    words: 'words.agencies',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../offer/AgenciesSection.tsx')).AgenciesSection,
  },
  {
    id: 'catalogue',
    title: 'section.catalogue',
    words: 'words.catalogue',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../catalogue/CatalogueSection.tsx')).CatalogueSection,
  },
  {
    id: 'services',
    title: 'section.services',
    words: 'words.services',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../offer/ServicesSection.tsx')).ServicesSection,
  },
  {
    id: 'papers',
    title: 'section.papers',
    words: 'words.papers',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../papers/PapersSection.tsx')).PapersSection,
  },
  {
    id: 'zones',
    title: 'section.zones',
    words: 'words.zones',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../floor/ZonesSection.tsx')).ZonesSection,
  },
  {
    id: 'counters',
    title: 'section.counters',
    words: 'words.counters',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../floor/CountersSection.tsx')).CountersSection,
  },
  {
    id: 'times',
    title: 'section.times',
    words: 'words.times',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../times/TimesSection.tsx')).TimesSection,
  },
  {
    id: 'events',
    title: 'section.events',
    words: 'words.events',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../events/EventsSection.tsx')).EventsSection,
  },
  {
    id: 'elsewhere',
    title: 'section.elsewhere',
    words: 'words.elsewhere',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../events/ElsewhereSection.tsx')).ElsewhereSection,
  },
  {
    id: 'reasons',
    title: 'section.reasons',
    words: 'words.reasons',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../events/ReasonsSection.tsx')).ReasonsSection,
  },
  {
    id: 'reports',
    title: 'section.reports',
    words: 'words.reports',
    group: 'plan',
    saves: 'draft',
    roles: managers,
    load: async () => (await import('../hall/ReportsSection.tsx')).ReportsSection,
  },
  {
    id: 'own',
    title: 'section.own',
    words: 'words.own',
    group: 'now',
    saves: null,
    roles: ['supervisor'],
    load: async () => (await import('../standard/OwnSection.tsx')).OwnSection,
  },
  {
    id: 'proposals',
    title: 'section.proposals',
    words: 'words.proposals',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../standard/ProposalsSection.tsx')).ProposalsSection,
  },
  {
    id: 'people',
    title: 'section.people',
    words: 'words.people',
    group: 'now',
    saves: 'now',
    roles: ['manager', 'supervisor'],
    load: async () => (await import('../accounts/PeopleSection.tsx')).PeopleSection,
  },
  {
    id: 'devices',
    title: 'section.devices',
    words: 'words.devices',
    group: 'now',
    saves: 'now',
    roles: managers,
    load: async () => (await import('../DevicesSection.tsx')).DevicesSection,
  },
  {
    id: 'slips',
    title: 'section.slips',
    words: 'words.slips',
    group: 'now',
    saves: 'now',
    roles: managers,
    load: async () => (await import('../SlipsSection.tsx')).SlipsSection,
  },
  {
    id: 'boards',
    title: 'section.boards',
    words: 'words.boards',
    group: 'now',
    saves: 'now',
    roles: managers,
    load: async () => {
      const { Media } = await import('../media/Media.tsx')
      return ({ hall, plan }) => <Media hall={hall} desk={plan} />
    },
  },
  {
    id: 'voice',
    title: 'section.voice',
    words: 'words.voice',
    group: 'now',
    saves: 'now',
    roles: managers,
    load: async () => {
      const { Voice } = await import('../voice/Voice.tsx')
      return ({ plan, isTrue }) => <Voice desk={plan} isTrue={isTrue} />
    },
  },
  {
    id: 'readiness',
    title: 'section.readiness',
    words: 'words.readiness',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../opening/ReadySection.tsx')).ReadySection,
  },
  {
    id: 'training',
    title: 'section.training',
    words: 'words.training',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../opening/TrainingSection.tsx')).TrainingSection,
  },
  {
    id: 'begin',
    title: 'section.begin',
    words: 'words.begin',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../opening/BeginSection.tsx')).BeginSection,
  },
  {
    id: 'sheets',
    title: 'section.sheets',
    words: 'words.sheets',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../sheets/SheetsSection.tsx')).SheetsSection,
  },
  {
    id: 'preview',
    title: 'section.preview',
    words: 'words.preview',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => (await import('../plan/PreviewSection.tsx')).PreviewSection,
  },
  {
    id: 'plan',
    title: 'section.plan',
    words: 'words.plan',
    group: 'whole',
    saves: null,
    roles: managers,
    load: async () => {
      const { PlanPart } = await import('../plan/PlanPart.tsx')
      return ({ hall, view }) => <PlanPart hall={hall} plan={view ? view.hall.plan : 0} />
    },
  },
  {
    id: 'account',
    title: 'section.account',
    words: 'words.account',
    group: 'whole',
    saves: 'now',
    roles: ['manager', 'supervisor', 'officer'],
    // An officer's start page has it too.
    load: () => Promise.resolve(() => <OwnAccount />),
  },
]

for (const { id } of sections) knownSections.add(id)

/** The sections of somebody with this role, in the menu's order. */
export const sectionsFor = (role: Role): Section[] => sections.filter(({ roles }) => roles.includes(role))
