// The texts of the supervisors’ page, as a function: `superviseText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const superviseText = makeTexts({ id, en })
