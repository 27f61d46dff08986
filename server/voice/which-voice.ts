// Which voices are tried for an announcement, the best first: recorded clips, a command, and eSpeak, which is always
// there. Failures are remembered, so that they are not repeated at every call; and the state of each is reported to
// whoever sets them up.
import type { VoiceRules } from '../hall/equipment.ts'
import type { Plan } from '../hall/plan.ts'
import { type ClipFolder, openClips } from './clips/folder.ts'
import { clipsStatus, type ClipsStatus, clipWords, cover } from './clips/needed.ts'
import {
  type Allowed,
  allowedCommands,
  type CommandRest,
  createRest,
  forbidden,
  type Forbidden,
} from './command/allowed.ts'
import type { Attempt, Clip, CommandFault, MadeSound, Part, VoiceKind } from './job.ts'
import type { Log } from '../log-sink.ts'
import { announcementText, type Line } from './text/announcement.ts'
import { type Language, spokenOf } from './text/languages.ts'

export interface VoiceChoice {
  readonly clips: ClipFolder
  readonly rest: CommandRest
  /** Who should speak these lines before eSpeak does; `insist`: a resting command is tried anyway. */
  attempts(lines: readonly Line[], rules: VoiceRules | undefined, insist: boolean): Promise<Attempt[]>
  /** Remembers what became of them. */
  learn(attempts: readonly Attempt[], made: MadeSound): void
}

/** `dataDir` has the clips and the list of commands; `now`, milliseconds since 1970. */
export function createVoiceChoice(given: {
  dataDir: string
  now: () => number
  log: Pick<Log, 'info' | 'warn'>
}): VoiceChoice {
  const clips = openClips(`${given.dataDir}/clips`)
  const rest = createRest(given.now)

  async function byClips(lines: readonly Line[], set: string): Promise<Attempt | null> {
    const parts: Part[] = []
    for (const { language, text } of lines) {
      const joined = await clipsOf(clips, set, language, text)
      if (joined === null) return null
      parts.push({ clips: joined })
    }
    return { by: 'clips', parts }
  }

  return {
    clips,
    rest,
    async attempts(lines, rules, insist) {
      const joined = rules?.clips === undefined ? null : await byClips(lines, rules.clips)
      const command = rules?.command
      const runs =
        command !== undefined &&
        lines.some(({ language }) => command.languages.includes(language)) &&
        (insist || rest.mayTry(command.argv)) &&
        (await forbidden(given.dataDir, command.argv)) === null
      if (!runs) return joined ? [joined] : []
      const parts = lines.map(({ language, spoken, utterance }): Part =>
        command.languages.includes(language) ? { argv: command.argv, text: spoken } : utterance,
      )
      return [...(joined ? [joined] : []), { by: 'command', parts }]
    },
    learn(attempts, { by, faults }) {
      const argv = attempts.flatMap(({ parts }) =>
        parts.flatMap((part) => ('argv' in part ? [part.argv] : [])),
      )[0]
      for (const fault of faults) {
        if (fault.by === 'clips') clips.failed(fault, fault.why)
        else if (argv) rest.failed(argv, fault.why, fault.detail)
        // Not its own output: it may contain what was to be said.
        given.log.warn({ by: fault.by, why: fault.why }, 'voice: another voice had to speak')
      }
      if (by === 'command' && argv) rest.spoke(argv)
    },
  }
}

/** The clips that speak a text, or null if one is missing or broken. */
async function clipsOf(
  folder: ClipFolder,
  set: string,
  language: Language,
  text: string,
): Promise<(Clip | 'pause')[] | null> {
  const names = await folder.names(set, language)
  if (names === null) return null
  const result: (Clip | 'pause')[] = []
  for (const words of clipWords(text, language)) {
    const { clips, missing } = cover(words, (clip) => names.has(clip))
    if (missing.length > 0) return null
    if (result.length > 0) result.push('pause')
    for (const words of clips) {
      const clip = await folder.clip(set, language, names.get(words) ?? '')
      if (clip === null || (await folder.faultOf(clip)) !== null) return null
      result.push(clip)
    }
  }
  return result
}

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
  /** The voice of most counters' announcements; another may have to speak what has no clip. */
  readonly by: VoiceKind
  /** An announcement as it could be today. */
  readonly sample: string
}

export interface CommandStatus {
  readonly program: string
  readonly languages: readonly Language[]
  /** Why it is not run at all; null: it may be. */
  readonly forbidden: Forbidden | null
  /** The result of the last try; null: no failure. Times are milliseconds since 1970. */
  readonly fault: { why: CommandFault; detail: string; at: number; again: number } | null
}

/** The parts of the plan that matter here. */
export type PlanForVoice = Pick<Plan, 'languages' | 'services' | 'counters' | 'zones' | 'voice'>

/** Checks the disk and asks nobody. */
export async function voiceStatus(
  plan: PlanForVoice,
  choice: VoiceChoice,
  dataDir: string,
): Promise<VoiceStatus> {
  const languages = spokenOf(plan)
  const set = plan.voice?.clips
  const found = set === undefined ? null : await clipsStatus(plan, choice.clips, set, languages)
  const command = plan.voice?.command
  const commandStatus: CommandStatus | null = command
    ? {
        program: command.argv[0] ?? '',
        languages: command.languages,
        forbidden: await forbidden(dataDir, command.argv),
        fault: choice.rest.lastFault(command.argv),
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
    sets: await choice.clips.sets(),
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
