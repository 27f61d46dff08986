// What can be wrong with a plan: a closed list of codes, and what each says about its case. The sentences for people
// are in `server/texts/plan-faults.*`, typed by this list.

/** The kinds of things in a plan that have an id; ids are unique within a kind, a requirement's within its service. */
export type Kind =
  | 'agency'
  | 'zone'
  | 'place'
  | 'service'
  | 'counter'
  | 'bundle'
  | 'elsewhere'
  | 'pause-reason'
  | 'hold-reason'
  | 'call-reason'
  | 'finish-reason'
  | 'requirement'
  | 'printer'
  | 'period'
  | 'quota'

/** The forms that a short text may have to follow: an id, a calendar day, a number's prefix, a language code. */
export type Form = 'id' | 'day' | 'prefix' | 'language' | 'time' | 'plain-name'

/** Which bound was broken: of a number, of a text's length, of a list's. */
export type Bound = 'minimum' | 'above' | 'maximum' | 'shortest' | 'longest' | 'fewest' | 'most'

/** Who prints on a printer. */
export type PrinterUser = 'kiosk' | 'counter'

/** A span of opening time, minutes after midnight. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What each fault says about its case. `first` is the place that had the thing before. */
export interface FaultDetails {
  // the plan does not have the shape of a plan
  'wrong-type': { readonly expected: readonly string[] }
  'field-missing': { readonly field: string }
  'field-unknown': { readonly field: string }
  /** `pattern` is the regular expression; `form` its name, null for one without. */
  'wrong-form': { readonly form: Form | null; readonly pattern: string }
  'out-of-range': { readonly bound: Bound; readonly limit: number }
  'value-unknown': { readonly allowed: readonly string[] }
  // it has the shape, but contradicts itself
  'part-empty': object
  'duplicate-id': { readonly kind: Kind; readonly id: string; readonly first: string }
  'duplicate-label': { readonly label: string; readonly first: string }
  'duplicate-holiday': { readonly day: string; readonly first: string }
  'duplicate-day': { readonly day: string; readonly first: string }
  'listed-twice': { readonly id: string; readonly first: string }
  'unknown-id': { readonly kind: Kind; readonly id: string }
  'foreign-service': { readonly service: string; readonly agency: string; readonly counterAgency: string }
  'prefix-shared': {
    readonly prefix: string
    readonly agency: string
    readonly other: string
    readonly first: string
  }
  /** It is reserved for the emergency numbers on paper. */
  'prefix-of-paper': { readonly prefix: string }
  'service-without-counter': { readonly service: string; readonly status: string }
  'bundle-too-long': { readonly services: number; readonly most: number }
  'issued-by-itself': { readonly service: string; readonly requirement: string }
  'after-itself': { readonly service: string }
  /** Each follows the next, and the last the first; `…` stands for the middle of a very long circle. */
  'circle-of-services': { readonly circle: readonly string[] }
  'unknown-time-zone': { readonly timeZone: string }
  'span-backwards': Span
  'spans-overlap': { readonly span: Span; readonly before: Span }
  'day-unreal': { readonly day: string }
  /** Days, both included, that two periods have in common; `first` is the place of the other. */
  'periods-overlap': { readonly from: string; readonly to: string; readonly first: string }
  /** A quota of a whole day or week is not divided; half a day is, at a quarter of an hour. */
  'split-of-no-half': object
  /** `time` is `HH:MM`. */
  'quiet-without-end': { readonly time: string }
  /** Days, `YYYY-MM-DD`. */
  'days-backwards': { readonly from: string; readonly to: string }
  /** `time` is `HH:MM`. */
  'hours-without-end': { readonly time: string }
  'two-printers': { readonly user: PrinterUser; readonly id: string; readonly first: string }
  'two-receptions': { readonly first: string }
  'logo-not-png': object
  /** Pixels. */
  'logo-too-large': { readonly width: number; readonly height: number; readonly most: number }
  'slip-logo-not-png': object
  /** Pixels. */
  'slip-logo-too-large': { readonly width: number; readonly height: number; readonly most: number }
  'unknown-language': { readonly language: string }
  'default-language-missing': { readonly language: string }
  'text-missing': { readonly language: string }
}
export type FaultCode = keyof FaultDetails

/** A fault with its place in the plan, `services[3].agency`; `plan` is the place of the plan as a whole. */
export type Fault<Code extends FaultCode = FaultCode> = {
  [C in Code]: { readonly at: string; readonly code: C; readonly detail: FaultDetails[C] }
}[Code]
