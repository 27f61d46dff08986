// What visitors say: the IKM of the hall, an agency or a service over whole months, its nine elements with the lowest
// named, its trend, or why there is none.
import { formatNumber, formatIkm } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { elementName, mutuWords } from '../../../screens/skm/elements.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Lines } from '../chart/Lines.tsx'
import { Rows } from '../chart/Rows.tsx'
import { formatShare } from '../chart/unit.ts'
import { countColumn, filesOf } from '../figures.tsx'
import { useMarks, labelOf, nameNow } from '../names.ts'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { type IkmAnswer, type IkmRow, type Level, ikmPath, WEIGHTS, Profile } from '../parts/Profile.tsx'
import { type Period, placesOf } from '../period.ts'
import { marksOn } from '../series.ts'
import { ikmText, isIkmKey } from '../texts/ikm.ts'
import { reportsText } from '../texts/index.ts'
import { go, here } from '../way.ts'

export function Ikm(props: SectionProps) {
  const { me, period, filters, view, today } = props
  const weight = chosen(WEIGHTS, view.show)
  const level: Level = filters.service ? 'service' : (filters.agency ?? me.agency) ? 'agency' : 'hall'
  const ids = level === 'service' ? filters.service : filters.agency
  const asked = useAnswer<IkmAnswer>(ikmPath(period, today, { by: level, weight }))
  return (
    <>
      <Choice
        label={ikmText('weight')}
        name="show"
        options={WEIGHTS.map((value) => ({ value, words: ikmText(`weight.${value}`) }))}
        value={weight}
      />
      {weight === 'printed' && <p class="part">{ikmText('printedHint')}</p>}
      <Answered
        asked={asked}
        isEmpty={({ rows }) => !rows.some(({ n, population }) => n + population > 0)}
        emptyWords={ikmText('noAnswers')}
      >
        {({ rows }) => {
          const all = ids ? rows.filter(({ key }) => ids.includes(key ?? '')) : rows
          const row = all.find(({ key }) => key === view.id) ?? all[0]
          if (!row) return <p class="answer-empty">{ikmText('noAnswers')}</p>
          return (
            <>
              {all.length > 1 && <Unit {...props} rows={all} row={row} level={level} />}
              <Whole {...props} row={row} level={level} />
              <Trend {...props} row={row} level={level} weight={weight} />
            </>
          )
        }}
      </Answered>
      <Table {...props} weight={weight} />
      {me.role === 'manager' && level === 'hall' && <Profile period={period} today={today} />}
      {me.role === 'manager' && (
        <p class="part not-printed">
          <a href="/surveys/">{ikmText('toSurveys')}</a>
        </p>
      )}
    </>
  )
}

type OfRow = SectionProps & { row: IkmRow; level: Level }

/** A row's name: as it was then, else as it is today. */
function nameOf({ hall }: Pick<SectionProps, 'hall'>, level: Level, { key, name }: IkmRow): string {
  if (level === 'hall') return reportsText('wholeHall')
  return name ? pick(name) : nameNow(hall, level, key ?? '')
}

/** Which of several is shown in full. */
function Unit({ rows, row, level, ...props }: OfRow & { rows: readonly IkmRow[] }) {
  return (
    <div class="field not-printed">
      <label for="ikm-unit">{ikmText('unit')}</label>
      <select
        id="ikm-unit"
        onChange={({ currentTarget }) => go({ view: { ...here.peek().view, id: currentTarget.value } })}
      >
        {rows.map((one) => (
          <option key={one.key} value={one.key ?? ''} selected={one.key === row.key}>
            {nameOf(props, level, one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Whole({ row, level, ...props }: OfRow) {
  const { ikm, mutu, n, sample, reached, mean, elements, lowest, why, extra, excluded } = row
  const name = nameOf(props, level, row)
  return (
    <>
      <section class="part" aria-label={name}>
        <h3>{name}</h3>
        <ul class="tiles">
          <li class="tile">
            <p class="tile-name">
              <Define figure="ikm" />
            </p>
            <p class={ikm === null ? 'tile-value tile-few' : 'tile-value figures'}>
              {ikm === null ? ikmText('none') : formatIkm(ikm)}
            </p>
            {ikm !== null && <p class="tile-more">{mutuWords(mutu)}</p>}
          </li>
          <li class="tile">
            <p class="tile-name">
              <Define figure="answers" words={ikmText('answers')} />
            </p>
            <p class="tile-value figures">{formatNumber(n)}</p>
            <p class="tile-more">{ikmText('answersMore')}</p>
          </li>
          <li class="tile">
            <p class="tile-name">
              <Define figure="sample" words={ikmText('reached')} />
            </p>
            <p class="tile-value figures">{reached === null ? '–' : formatShare(reached)}</p>
            <p class="tile-more">
              {reached === null
                ? ikmText('noSample')
                : ikmText('ofSample', { n: formatNumber(n), sample: formatNumber(sample) })}
            </p>
          </li>
          {level !== 'service' && (
            <li class="tile">
              <p class="tile-name">{ikmText('meanOfServices')}</p>
              <p class={mean === null ? 'tile-value tile-few' : 'tile-value figures'}>
                {mean === null ? '–' : formatIkm(mean)}
              </p>
              <p class="tile-more">{ikmText('meanHint')}</p>
            </li>
          )}
        </ul>
        {why && <p>{whyWords(why)}</p>}
        {excluded > 0 && <p class="soft">{ikmText('excluded', { count: formatNumber(excluded) })}</p>}
      </section>
      <section class="part">
        <Rows
          title={ikmText('elements', { name })}
          more={<Define figure="nrr" words={reportsText('whatIs')} />}
          head={ikmText('element')}
          unit="nrr"
          series={[ikmText('nrr')]}
          rows={elements.map(({ element, nrr }) => ({
            key: element,
            name: elementName(element),
            values: [nrr],
          }))}
        />
        {lowest.length > 0 && (
          <p>
            <strong>{ikmText('lowest', { elements: lowest.map(elementName).join('; ') })}</strong>{' '}
            {props.me.role === 'manager' && (
              <a class="not-printed" href="/surveys/follow-up/">
                {ikmText('plan')}
              </a>
            )}
          </p>
        )}
        {extra.length > 0 && (
          <Rows
            title={ikmText(props.view.show === 'printed' ? 'extra' : 'extraIn')}
            head={ikmText('element')}
            unit="nrr"
            series={[ikmText('nrr')]}
            rows={extra.map(({ element, text, nrr }) => ({ key: element, name: pick(text), values: [nrr] }))}
          />
        )}
      </section>
    </>
  )
}

/** Why there is no IKM, with the elements that lack answers. */
function whyWords({ code, elements }: NonNullable<IkmRow['why']>): string {
  const key = `why.${code}`
  const names = elements.map(elementName).join('; ')
  return isIkmKey(key) && key === 'why.too-few'
    ? ikmText(key, { elements: names })
    : ikmText('why.other', { elements: names })
}

type Weighted = { weight: (typeof WEIGHTS)[number] }

function Trend({ row, level, weight, ...props }: OfRow & Weighted) {
  const { period, today } = props
  const asked = useAnswer<IkmAnswer>(ikmPath(period, today, { by: level, weight, split: 'month' }))
  const marks = useMarks()
  const keys = placesOf(withoutFuture(period, today), 'month')
  if (keys.length < 2) return null
  return (
    <Answered asked={asked}>
      {({ rows }) => {
        const of = new Map(rows.flatMap((one) => (one.key === row.key ? [[one.month ?? '', one.ikm]] : [])))
        const name = nameOf(props, level, row)
        return (
          <section class="part">
            <Lines
              title={ikmText('trend', { name })}
              more={<Define figure="ikm" words={reportsText('whatIs')} />}
              head={reportsText('by.month')}
              labels={keys.map((key) => labelOf('month', key))}
              unit="ikm"
              series={[{ name, values: keys.map((key) => of.get(key) ?? null) }]}
              marks={marksOn({ by: 'month', keys, labels: [] }, marks)}
            />
            {keys.some((key) => (of.get(key) ?? null) === null) && <p class="soft">{ikmText('gap')}</p>}
          </section>
        )
      }}
    </Answered>
  )
}

const withoutFuture = (period: Period, today: string): Period =>
  period.to > today ? { ...period, to: today } : period

const BYS = ['service', 'agency'] as const

function Table({ weight, ...props }: SectionProps & Weighted) {
  const { period, today, filters, view, me } = props
  const by = me.agency === null && !filters.service ? chosen(BYS, view.by) : 'service'
  const path = ikmPath(period, today, { by, weight })
  const asked = useAnswer<IkmAnswer>(path)
  const fits = ({ key, agency }: IkmRow) =>
    (!filters.service || filters.service.includes(key ?? '')) &&
    (!filters.agency || filters.agency.includes((by === 'agency' ? key : agency) ?? ''))
  return (
    <Answered asked={asked} isEmpty={({ rows }) => !rows.some(fits)}>
      {({ rows }) => (
        <section class="part">
          {me.agency === null && !filters.service && (
            <Choice
              label={ikmText('by')}
              name="by"
              options={BYS.map((value) => ({ value, words: reportsText(`by.${value}`) }))}
              value={by}
            />
          )}
          <DataTable
            title={ikmText('table', { by: reportsText(`by.${by}`).toLowerCase() })}
            head={reportsText(`by.${by}`)}
            name={(row) => nameOf(props, by, row)}
            nameValue={(row) => nameOf(props, by, row)}
            rows={rows.filter(fits)}
            files={filesOf(path)}
            columns={[
              {
                key: 'ikm',
                figure: 'ikm',
                value: ({ ikm }) => ikm,
                cell: ({ ikm, why }) =>
                  ikm === null ? (
                    <span class="few" title={why ? whyWords(why) : undefined}>
                      {ikmText('none')}
                    </span>
                  ) : (
                    formatIkm(ikm)
                  ),
              },
              {
                key: 'mutu',
                words: ikmText('mutu'),
                isText: true,
                value: ({ mutu }) => mutu,
                cell: ({ mutu }) => mutuWords(mutu) || '–',
              },
              countColumn('answers', ({ n }: IkmRow) => n),
              {
                key: 'population',
                words: ikmText('population'),
                value: ({ population }) => population,
                cell: ({ population }) => formatNumber(population),
              },
              {
                key: 'sample',
                figure: 'sample',
                value: ({ sample }) => sample,
                cell: ({ sample }) => formatNumber(sample),
              },
              {
                key: 'reached',
                words: ikmText('reached'),
                value: ({ reached }) => reached,
                cell: ({ reached }) => (reached === null ? '–' : formatShare(reached)),
              },
              {
                key: 'three',
                words: ikmText('three'),
                isText: true,
                value: ({ lowest: [element = ''] }) => elementName(element),
                cell: ({ lowest: [element] }) => (element === undefined ? '–' : elementName(element)),
              },
            ]}
          />
        </section>
      )}
    </Answered>
  )
}
