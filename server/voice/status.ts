// How the voice stands, for who sets it up: who speaks each language, which clips are missing or broken, what became of
// the command, and whether a sound came out at all.
import type { Plan } from '../hall/plan.ts'
import type { Chain } from './which-voice.ts'
import { neededClips } from './clips/needed.ts'
import { clipWords, cover } from './clips/words.ts'
import { type Allowed, allowedCommands, forbidden, type Forbidden } from './command/allowed.ts'
import type { ClipFault, CommandFault, VoiceKind } from './job.ts'
import {
  announcementText,
  checkText,
  comingText,
  type Language,
  spokenOf,
  togetherText,
} from './text/announcement.ts'

export interface VoiceStatus {
  readonly languages: readonly SpeakingLanguage[]
  readonly clips: ClipsStatus | null
  readonly command: CommandStatus | null
  /** The sets of clips that are there to choose from. */
  readonly sets: readonly string[]
  /** The commands that the owner of the PC allows. */
  readonly allowed: Allowed
}

export interface SpeakingLanguage {
  readonly language: Language
  /** Who says the announcements of most counters; another one may have to say what has no clip. */
  readonly by: VoiceKind
  /** An announcement as it could be today. */
  readonly sample: string
}

export interface ClipsStatus {
  readonly set: string
  /** How many words and phrases this hall needs. */
  readonly needed: number
  /** What is needed and not there: the file, and what it should say. */
  readonly missing: readonly { language: Language; file: string; says: string }[]
  readonly broken: readonly { language: Language; file: string; why: ClipFault }[]
}

/** `speaks`: whether single calls are said by these clips; what only other sentences need may still be missing. */
type FoundClips = ClipsStatus & { readonly speaks: boolean }

export interface CommandStatus {
  readonly program: string
  readonly languages: readonly Language[]
  /** Why it is not run at all; null: it may be. */
  readonly forbidden: Forbidden | null
  /** What became of it at the last try; null: nothing bad. Times are milliseconds since 1970. */
  readonly fault: { why: CommandFault; detail: string; at: number; again: number } | null
}

/** What of the plan matters here. */
export type PlanForVoice = Pick<Plan, 'languages' | 'services' | 'counters' | 'zones' | 'voice'>

/** Looks at the disk and asks nobody. */
export async function voiceStatus(plan: PlanForVoice, chain: Chain, dataDir: string): Promise<VoiceStatus> {
  const languages = spokenOf(plan)
  const set = plan.voice?.clips
  const found = set === undefined ? null : await clipsStatus(plan, chain, set, languages)
  const command = plan.voice?.command
  const commandStatus: CommandStatus | null = command
    ? {
        program: command.argv[0] ?? '',
        languages: command.languages,
        forbidden: await forbidden(dataDir, command.argv),
        fault: chain.rest.lastFault(command.argv),
      }
    : null
  const byCommand = commandStatus !== null && !commandStatus.forbidden && !commandStatus.fault
  return {
    languages: languages.map((language) => ({
      language,
      by: found?.speaks ? 'clips' : byCommand && command?.languages.includes(language) ? 'command' : 'espeak',
      sample: sampleOf(plan, language),
    })),
    clips: found && {
      set: found.set,
      needed: found.needed,
      missing: found.missing,
      broken: found.broken,
    },
    command: commandStatus,
    sets: await chain.clips.sets(),
    allowed: await allowedCommands(dataDir),
  }
}

function sampleOf({ services, counters }: PlanForVoice, language: Language): string {
  const [counter] = counters
  if (!counter) return ''
  const prefix = services[0]?.prefix ?? 'A'
  return announcementText({
    number: `${prefix}012`,
    counterName: counter.name,
    counterLabel: counter.label,
    language,
  })
}

async function clipsStatus(
  plan: PlanForVoice,
  { clips: folder }: Chain,
  set: string,
  languages: readonly Language[],
): Promise<FoundClips> {
  const needed = neededClips(plan, languages)
  let speaks = true
  const missing: ClipsStatus['missing'][number][] = []
  const broken: ClipsStatus['broken'][number][] = []
  for (const language of languages) {
    const names = await folder.names(set, language)
    const has = (words: string) => names?.has(words) ?? false
    const lacking = new Set<string>()
    const used = new Set<string>()
    const inCalls = new Set<string>()
    const { calls, others } = sentencesOf(plan, language)
    for (const words of [...calls, ...others]) {
      const found = cover(words, has)
      for (const word of found.missing) lacking.add(word)
      for (const clip of found.clips) used.add(clip)
      if (!calls.includes(words)) continue
      if (found.missing.length > 0) speaks = false
      for (const clip of found.clips) inCalls.add(clip)
    }
    for (const { words } of needed.filter((one) => one.language === language)) {
      if (!cover(words, has).missing.some((word) => lacking.has(word))) continue
      missing.push({ language, file: `${words.join('-')}.wav`, says: words.join(' ') })
    }
    for (const words of [...used].sort()) {
      const file = names?.get(words) ?? ''
      const clip = await folder.clip(set, language, file)
      const why = clip === null ? 'unreadable' : await folder.faultOf(clip)
      if (why === null) continue
      broken.push({ language, file, why })
      if (inCalls.has(words)) speaks = false
    }
  }
  return { set, needed: needed.length, missing, broken, speaks }
}

/**
 * Every stretch of all that the plan has said: of calls each counter, each letter, each digit; of the others what is said
 * of several calls at once and to whom staff come, and each zone where its sound is tried.
 */
function sentencesOf(
  { services, counters, zones }: PlanForVoice,
  language: Language,
): Readonly<Record<'calls' | 'others', string[][]>> {
  const prefixes = [...new Set(services.map(({ prefix }) => prefix))]
  const called = counters.flatMap(({ name, label }, nth) =>
    (nth === 0 ? prefixes : prefixes.slice(0, 1)).map((prefix) => {
      return { number: `${prefix}0123456789`, counterName: name, counterLabel: label, language }
    }),
  )
  const others = called.flatMap((call) => [togetherText([call, call], language), comingText(call)])
  const checks = zones.map(({ name }) => checkText(name, language))
  return {
    calls: stretchesOf(called.map(announcementText), language),
    others: stretchesOf([...others, ...checks], language),
  }
}

/** The stretches of these texts, each once. */
function stretchesOf(texts: readonly string[], language: Language): string[][] {
  const stretches = texts.flatMap((text) => clipWords(text, language))
  return [...new Map(stretches.map((words) => [words.join(' '), words])).values()]
}
