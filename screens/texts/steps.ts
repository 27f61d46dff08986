// The names of a step's statuses, which come as words of the contract: `stepStatusText('serving')`, `Sedang dilayani`.
import { makeTexts } from '../i18n.ts'
import { en } from './steps.en.ts'
import { id } from './steps.id.ts'

export type StepStatus = keyof typeof id

export const stepStatusText: (status: StepStatus) => string = makeTexts({ id, en })
