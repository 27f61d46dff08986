// Languages: which one is shown now, a screen's own texts with typed keys and parameters, and the plan's texts.
import { effect, signal } from '@preact/signals'
import type { Text } from '../server/hall/plan.ts'
import { lookUp } from './look-up.ts'

/** The language that always has every text. */
export const FIRST_LANGUAGE = 'id'

/** The language of everything shown, `id` or `en` or another of the plan's. Not stored: a kiosk begins afresh. */
export const language = signal<string>(FIRST_LANGUAGE)

/** The language that `?lang=` in a page's query asks for, or `id`. */
export function askedLanguage(query: string): string {
  const asked = /[?&]lang=([a-z]{2,3})(?:&|$)/.exec(query)
  return asked && asked[1] ? asked[1] : FIRST_LANGUAGE
}

/** At a page's start: takes the language from `?lang=` and keeps `<html lang>` right from then on. */
export function startLanguage(): void {
  language.value = askedLanguage(location.search)
  effect(() => {
    document.documentElement.lang = language.value
  })
}

/** The names in braces in a text: `'counter'` for `'Loket {counter}'`. */
export type Params<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Params<Rest>
  : never
type Values<S extends string> = [Params<S>] extends [never] ? [] : [{ [Name in Params<S>]: string | number }]

/** A screen's texts: `t('key')`, or `t('key', {name: 'value'})` if the text has parameters. */
export type Texts<ID extends Record<string, string>> = <K extends keyof ID & string>(
  key: K,
  ...values: Values<ID[K]>
) => string

/** What `en.ts` must be: the same keys as `id.ts`, no more and no fewer. */
export type Translation<ID> = { readonly [K in keyof ID]: string }

/**
 * Makes a screen's texts from its language files: `id` written `as const`, the others as its `Translation`. A
 * language for which the screen has no file is shown in Indonesian.
 */
export function makeTexts<ID extends Record<string, string>>(
  files: { id: ID } & Record<string, Translation<ID>>,
): Texts<ID> {
  return (key, ...values) => {
    const file: Translation<ID> = lookUp(files, language.value) ?? files.id
    const given: Readonly<Record<string, string | number>> = values[0] ?? {}
    return file[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(lookUp(given, name) ?? hole))
  }
}

/**
 * Whether there is a text with this key: for a code from outside, such as `undo.${action}`, of which the server may
 * know more than this page.
 */
export function isKey<ID extends object, Key extends string>(texts: ID, key: Key): key is Key & keyof ID {
  return lookUp(texts, key) !== undefined
}

/** A text of the plan in the language shown, else in Indonesian. */
export function pick(text: Text): string {
  return lookUp(text, language.value) ?? text.id
}
