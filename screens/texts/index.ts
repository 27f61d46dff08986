// The texts of all screens as functions: `sharedText('back')`.
import { makeTexts } from '../i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const sharedText = makeTexts({ id, en })
