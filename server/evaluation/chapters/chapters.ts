// The chapters of the pack in their order: what the ministry looks at (docs/evaluation.md).
import type { Block } from '../blocks.ts'
import type { Material } from '../material.ts'
import { allFindings, managerAnswers } from './findings.ts'
import { unfinished, visitors, waiting } from './flow.ts'
import { agenciesAndServices, staffing } from './offer.ts'
import { onePage, sinceLastVisit } from './overview.ts'
import { availability, standards } from './quality.ts'
import { help, investment, oneRoof } from './roof.ts'
import { complaints, satisfaction } from './voice.ts'

const chapters: readonly ((material: Material) => Block[])[] = [
  onePage,
  sinceLastVisit,
  agenciesAndServices,
  staffing,
  visitors,
  waiting,
  unfinished,
  oneRoof,
  investment,
  help,
  satisfaction,
  complaints,
  availability,
  standards,
  allFindings,
  managerAnswers,
]

/** All that the pack says. */
export const blocksOf = (material: Material): Block[] => chapters.flatMap((chapter) => chapter(material))
