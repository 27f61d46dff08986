// How the kiosks and displays say they are: kept in memory alone, as after a restart each says it again within a minute.

export interface Report {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The version of the page that the device shows. */
  readonly version: string
  /** What the page has of the screen, in CSS pixels; null where it did not say. */
  readonly screen: { readonly width: number; readonly height: number } | null
  /** Milliseconds by which its clock is ahead of the server's computer; null where it did not say. */
  readonly clockOffsetMs: number | null
  /** What the page holds of the browser's memory, in MB; null where the browser tells no page. */
  readonly memoryMb: number | null
}

/** Opens an empty memory of reports. `heard` is told of each; only enrolled devices report, so it stays small. */
export function openReports({ now, heard }: { now: () => number; heard: () => void }) {
  const reports = new Map<string, Report>()
  return {
    /** Milliseconds since 1970 at which the listening began: who was silent before may have had no chance. */
    since: now(),
    of: (device: string): Report | null => reports.get(device) ?? null,
    add(device: string, report: Omit<Report, 'at'>): void {
      reports.set(device, { ...report, at: now() })
      heard()
    },
    forget: (device: string): void => void reports.delete(device),
  }
}

export type Reports = ReturnType<typeof openReports>
