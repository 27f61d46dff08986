// The texts of the survey’s page, as a function: `surveysText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const surveysText = makeTexts({ id, en })
