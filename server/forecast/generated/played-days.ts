// The days that a made-up hall has had, from which its forecast learns, as a real hall's does from its files.
import type { Recorded } from '../../hall/event.ts'
import type { CounterSpan, Fact } from '../../reports/facts/fact.ts'
import { foldFacts } from '../../reports/facts/fold.ts'
import type { ToldWait } from '../../reports/watch/told.ts'
import type { PastSource } from '../hall/past.ts'

interface PlayedDay {
  readonly day: string
  readonly facts: readonly Fact[]
  readonly spans: readonly CounterSpan[]
  readonly told: readonly ToldWait[]
}

export class PlayedDays implements PastSource {
  private readonly all: PlayedDay[] = []

  /** Adds the next day, with what was told on it; returns its facts. */
  add(day: string, records: readonly Recorded[], told: readonly ToldWait[]): readonly Fact[] {
    const fold = foldFacts()
    for (const recorded of records) fold.follow(recorded)
    const end = records.at(-1)?.at ?? 0
    const facts = fold.facts(end)
    this.all.push({ day, facts, spans: fold.spans(end), told })
    return facts
  }

  days(before: string, most: number): string[] {
    return this.all
      .map(({ day }) => day)
      .filter((day) => day < before)
      .slice(-most)
  }

  factsOf(day: string): readonly Fact[] {
    return this.of(day)?.facts ?? []
  }

  spansOf(day: string): readonly CounterSpan[] {
    return this.of(day)?.spans ?? []
  }

  toldOf(day: string): readonly ToldWait[] {
    return this.of(day)?.told ?? []
  }

  private of(wanted: string): PlayedDay | undefined {
    return this.all.find(({ day }) => day === wanted)
  }
}
