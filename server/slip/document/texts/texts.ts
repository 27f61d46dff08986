// The words that a slip brings of its own.

export interface SlipTexts {
  readonly rehearsal: string
  readonly copy: string
  readonly yourNumber: string
  readonly priority: string
  readonly comeToMe: string
  /** Several services with an order among them, and several without. */
  readonly inThisOrder: string
  readonly allAtOnce: string
  /** How many people stand before the visitor. */
  ahead(people: number): string
  /** The steps that come first, by their numbers on the slip. */
  after(steps: readonly number[]): string
  zone(name: string): string
  goTo(counter: string): string
  servingAt(counter: string): string
  readonly held: string
  readonly missed: string
  readonly done: string
  readonly cancelled: string
  readonly expired: string
  readonly prepare: string
  readonly stillNeeded: string
  readonly fromStep: (step: number) => string
  readonly fromService: (service: string) => string
  /** Papers that the slip has no room for. */
  more(papers: number): string
  readonly follow: string
  /** The same of a slip that lists no papers: the phone page does. */
  readonly followWithPapers: string
  readonly todayOnly: string
  printedAgain(time: string): string
  // the test page
  readonly testPage: string
  readonly width: (paper: number) => string
  readonly letters: string
  /** What is beside each of the two codes: drawn as dots, and by the printer itself. */
  readonly qrOfDots: string
  readonly qrOfPrinter: string
  readonly allIsWell: string
}
