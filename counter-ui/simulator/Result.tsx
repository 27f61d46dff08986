// The result of one simulation, side by side: in words, as a table, by hour, by service, and how far to believe it.
import type { Change } from '../../server/simulator/change.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDayLabel, formatMinute, formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Lines } from '../reports/chart/Lines.tsx'
import { formatShare } from '../reports/chart/unit.ts'
import { timeText, type Run, isUnderWay, type Runs, type Side } from './runs.ts'
import { Table } from './Tried.tsx'
import { simulatorText } from './texts.ts'
import { counterName, lateHours, minutes, openHours, serviceName, trend, verdicts, wordsOf } from './words.ts'

interface ResultProps {
  hall: Hall
  runs: Runs
  run: Run | undefined
  /** Tries this in addition to the run's change. */
  onTry: (change: Change) => void
}

export function Result({ hall, runs, run, onTry }: ResultProps) {
  return (
    <section class="part sim-result" aria-labelledby="sim-result-title">
      <h2 id="sim-result-title">{simulatorText('resultTitle')}</h2>
      {run === undefined ? <p>{simulatorText('noResult')}</p> : <About hall={hall} run={run} />}
      <div role="status" class="sim-state">
        {run && isUnderWay(run) && (
          <>
            <p>{simulatorText(run.state === 'waiting' ? 'waiting' : 'running')}</p>
            <progress max={1} value={run.share} aria-label={simulatorText('progress')} />
          </>
        )}
        {run?.state === 'failed' && <p>{simulatorText('failedLead')}</p>}
        {run?.state === 'cancelled' && <p>{simulatorText('cancelled')}</p>}
      </div>
      {run && isUnderWay(run) && <Button onPress={() => runs.drop(run.id)}>{simulatorText('cancel')}</Button>}
      {run?.as && run.again && run.would && (
        <Done hall={hall} run={run} as={run.as} again={run.again} would={run.would} onTry={onTry} />
      )}
    </section>
  )
}

function About({ hall, run }: { hall: Hall; run: Run }) {
  const { from, to, change, days } = run
  const period = from === to ? formatDayLabel(from) : `${formatDayLabel(from)} – ${formatDayLabel(to)}`
  return (
    <p class="sim-about">
      <strong>{wordsOf(change, hall)}</strong>
      <span class="soft">
        {period}
        {days !== null && days > 1 && ` · ${simulatorText('days', { count: days })}`}
      </span>
    </p>
  )
}

interface DoneProps {
  hall: Hall
  run: Run
  as: Side
  again: Side
  would: Side
  onTry: (change: Change) => void
}

function Done({ hall, run, as, again, would, onTry }: DoneProps) {
  const { better, worse } = verdicts(again, would)
  const late = lateHours(run)
  const limit = run.limitMinutes ?? 0
  return (
    <>
      {late && (
        <p class={late.length === 0 ? 'sim-morning sim-good' : 'sim-morning sim-bad'}>
          {late.length === 0
            ? simulatorText('morning.good', { limit })
            : simulatorText('morning.bad', {
                limit,
                hours: late.map((hour) => formatMinute(hour * 60)).join(', '),
              })}
        </p>
      )}
      {better.length > 0 && <p>{simulatorText('sum.better', { list: better.join('; ') })}</p>}
      {worse.length > 0 && <p>{simulatorText('sum.worse', { list: worse.join('; ') })}</p>}
      {better.length + worse.length === 0 && <p>{simulatorText('sum.nothing')}</p>}
      <Figures as={as} again={again} would={would} limit={limit} />
      <Hours again={again} would={would} limit={limit} />
      <Suggestions hall={hall} run={run} would={would} onTry={onTry} />
      <Services hall={hall} again={again} would={would} />
      <Belief hall={hall} run={run} />
    </>
  )
}

interface Line {
  name: string
  /** -1: less is better; 1: more is better; 0: neither, it is a cost. */
  good: -1 | 0 | 1
  values: readonly (number | null)[]
  write: (value: number) => string
  noise?: number
}

function Figures({ as, again, would, limit }: { as: Side; again: Side; would: Side; limit: number }) {
  const sides = [as, again, would]
  const wait = (
    name: string,
    of: 'all' | 'regular' | 'priority',
    what: 'mean' | 'p50' | 'p90' | 'max',
  ): Line => ({
    name,
    good: -1,
    values: sides.map(({ waiting }) => waiting[of]?.[what] ?? null),
    write: minutes,
  })
  const count = (
    name: string,
    key: 'overLimit' | 'servedBeforeClosing' | 'unserved' | 'turnedAway',
    good: -1 | 1,
  ): Line => ({
    name,
    good,
    values: sides.map((side) => side[key]),
    write: formatNumber,
    noise: 1,
  })
  const lines: Line[] = [
    wait(simulatorText('mean'), 'all', 'mean'),
    wait(simulatorText('p50'), 'all', 'p50'),
    wait(simulatorText('p90'), 'all', 'p90'),
    wait(simulatorText('max'), 'all', 'max'),
    wait(simulatorText('regularMean'), 'regular', 'mean'),
    wait(simulatorText('regularP90'), 'regular', 'p90'),
    wait(simulatorText('priorityMean'), 'priority', 'mean'),
    wait(simulatorText('priorityP90'), 'priority', 'p90'),
    count(simulatorText('overLimit', { limit }), 'overLimit', -1),
    count(simulatorText('servedBeforeClosing'), 'servedBeforeClosing', 1),
    count(simulatorText('unserved'), 'unserved', -1),
    count(simulatorText('turnedAway'), 'turnedAway', -1),
    {
      name: simulatorText('overtime'),
      good: -1,
      values: sides.map(({ overtime }) => overtime),
      write: minutes,
      noise: 120,
    },
    {
      name: simulatorText('openHours'),
      good: 0,
      values: sides.map(({ open }) => open),
      write: openHours,
      noise: 600,
    },
  ]
  return (
    <Table label={simulatorText('figuresTable')}>
      <thead>
        <tr>
          <th scope="col">{simulatorText('figure')}</th>
          <th scope="col">{simulatorText('as')}</th>
          <th scope="col">{simulatorText('again')}</th>
          <th scope="col">{simulatorText('would')}</th>
          <th scope="col">{simulatorText('difference')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <th scope="row">{line.name}</th>
            {line.values.map((value, nth) => (
              <td key={nth}>{value === null ? simulatorText('tooFew') : line.write(value)}</td>
            ))}
            <Difference line={line} />
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Difference({ line: { values, good, write, noise } }: { line: Line }) {
  const [, again = null, would = null] = values
  if (again === null || would === null) return <td>–</td>
  const way = trend(again, would, noise)
  if (way === 0) return <td class="soft">{simulatorText('same')}</td>
  const by = `${way < 0 ? '−' : '+'}${write(Math.abs(would - again))}`
  if (good === 0) return <td>{by}</td>
  const isBetter = way === good
  return (
    <td class={isBetter ? 'sim-good' : 'sim-bad'}>
      {by} {simulatorText(isBetter ? 'better' : 'worse')}
    </td>
  )
}

function Hours({ again, would, limit }: { again: Side; would: Side; limit: number }) {
  const hours = [...new Set([...again.hours, ...would.hours].map(({ hour }) => hour))].sort((a, b) => a - b)
  const of = (side: Side) =>
    hours.map((hour) => side.hours.find((one) => one.hour === hour)?.waiting?.p90 ?? null)
  return (
    <Lines
      title={simulatorText('chartTitle')}
      head={simulatorText('hour')}
      labels={hours.map((hour) => ({ short: String(hour), long: formatMinute(hour * 60) }))}
      series={[
        { name: simulatorText('again'), values: of(again) },
        { name: simulatorText('would'), values: of(would) },
        { name: simulatorText('limit'), values: hours.map(() => limit * 60) },
      ]}
      unit="duration"
    />
  )
}

/** At most this many: a long list helps nobody. */
const MOST = 4
/** From and to, if no hour is late. */
const EARLY = [8, 10] as const

/** For the service with the longest waits: each counter that could be open in the late hours, or serve it too. */
function Suggestions({ hall, run, would, onTry }: Omit<DoneProps, 'as' | 'again'>) {
  const worst = would.waiting.services
    .filter(({ all }) => all !== null)
    .toSorted((one, other) => (other.all?.p90 ?? 0) - (one.all?.p90 ?? 0))[0]
  const service = worst && hall.services.value.get(worst.service)
  if (!worst || !service) return null
  const open = run.change.open ?? []
  const shared = run.change.shared ?? []
  const late = lateHours(run) ?? []
  const [begins, ends] = late.length === 0 ? EARLY : [Math.min(...late), Math.max(...late) + 1]
  const span = { from: timeText(begins * 60), to: timeText(ends * 60) }
  const counters = [...hall.counters.value.values()].filter(({ agency }) => agency === service.agency)
  const opens = counters
    .filter(
      ({ id, services }) => services.includes(service.id) && open.every(({ counter }) => counter !== id),
    )
    .map(({ id }): Change => ({ open: [{ counter: id, ...span }] }))
  const shares = counters
    .filter(
      ({ id, services }) => !services.includes(service.id) && shared.every(({ counter }) => counter !== id),
    )
    .map(({ id }): Change => ({ shared: [{ counter: id, services: [service.id] }] }))
  const changes = [...shares.slice(0, MOST / 2), ...opens].slice(0, MOST)
  if (changes.length === 0) return null
  return (
    <div class="sim-suggest">
      <h3>{simulatorText('suggestTitle')}</h3>
      <p>{simulatorText('suggestLead', { service: pick(service.name) })}</p>
      <div class="sim-buttons">
        {changes.map((change) => (
          <Button
            key={JSON.stringify(change)}
            onPress={() =>
              onTry({
                ...run.change,
                ...(change.open && { open: [...open, ...change.open] }),
                ...(change.shared && { shared: [...shared, ...change.shared] }),
              })
            }
          >
            {wordsOf(change, hall)}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Services({ hall, again, would }: { hall: Hall; again: Side; would: Side }) {
  const after = new Map(would.waiting.services.map((one) => [one.service, one.all?.p90 ?? null]))
  const rows = again.waiting.services
    .map(({ service, all }) => ({ service, was: all?.p90 ?? null, is: after.get(service) ?? null }))
    .toSorted((one, other) => change(other) - change(one))
  return (
    <details class="sim-group">
      <summary>{simulatorText('servicesTitle')}</summary>
      <p>{simulatorText('servicesLead')}</p>
      <Table label={simulatorText('servicesTitle')}>
        <thead>
          <tr>
            <th scope="col">{simulatorText('service')}</th>
            <th scope="col">{simulatorText('again')}</th>
            <th scope="col">{simulatorText('would')}</th>
            <th scope="col">{simulatorText('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ service, was, is }) => (
            <tr key={service}>
              <th scope="row">{serviceName(hall, service)}</th>
              {[was, is].map((value, nth) => (
                <td key={nth}>{value === null ? simulatorText('tooFew') : minutes(value)}</td>
              ))}
              <Difference line={{ name: service, good: -1, values: [null, was, is], write: minutes }} />
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

const change = ({ was, is }: { was: number | null; is: number | null }) =>
  was === null || is === null ? -1 : Math.abs(is - was)

function Belief({ hall, run: { fidelity, drawn, skipped, absent } }: { hall: Hall; run: Run }) {
  const nameOf = (id: string) => (hall.counters.value.has(id) ? counterName(hall, id) : serviceName(hall, id))
  return (
    <div class="sim-belief">
      {fidelity && fidelity.meanSeconds !== null && fidelity.withinMinute !== null && (
        <p>
          {simulatorText('fidelity', {
            steps: formatNumber(fidelity.steps),
            seconds: formatNumber(fidelity.meanSeconds),
            share: formatShare(fidelity.withinMinute),
          })}
        </p>
      )}
      {drawn && drawn.would > 0 && <p>{simulatorText('drawn', { count: formatNumber(drawn.would) })}</p>}
      {skipped.length > 0 && (
        <p>
          {simulatorText('skipped', {
            days: skipped
              .map(({ day, why }) => simulatorText(`why.${why}`, { day: formatDayLabel(day) }))
              .join(', '),
          })}
        </p>
      )}
      {absent.map(({ about, days }) => (
        <p key={about}>{simulatorText('absent', { about: nameOf(about), count: days })}</p>
      ))}
    </div>
  )
}
