// Files of evidence: any member of staff adds them; a manager removes them, and so may the person who sent one, on the
// same day.
import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import { MOST_BYTES } from '../../findings/file-kind.ts'
import type { EvidenceKind } from '../../findings/finding.ts'
import { isThere } from '../../findings/findings.ts'
import { languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, IdParams } from '../ground/schemas.ts'
import { fileOf } from '../ground/files.ts'
import { plainText } from './said.ts'
import { doerOf, FindingAnswer, type FindingsParts, isStillOwn, tags, teller, Words } from './shapes.ts'

const FileParams = Type.Object({ id: IdParams.properties.id, file: Id }, closed)

/** Adds `/api/findings/:id/evidence`. */
export async function addEvidence(app: App, parts: FindingsParts): Promise<void> {
  addFile(app, parts)
  addRemoval(app, parts)
  await addUpload(app, parts)
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const types: Readonly<Record<EvidenceKind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
}

function addFile(app: App, { findings, evidence }: FindingsParts): void {
  app.get(
    '/api/findings/:id/evidence/:file',
    {
      schema: {
        operationId: 'getEvidence',
        summary: 'A file of evidence: pictures are shown, everything else is downloaded',
        tags,
        params: FileParams,
        response: { 200: fileOf() },
      },
      config: { problems: ['unknown-finding', 'unknown-file', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const finding = findings.byId(request.params.id)
      if (!finding) return refuse(reply, 'unknown-finding')
      const row = finding.evidence.filter(isThere).find(({ id }) => id === request.params.file)
      const opened = row && (await evidence.open(row.id))
      if (!row || !opened) return refuse(reply, 'unknown-file')
      const { file, size } = opened
      const isPicture = types[row.kind].startsWith('image/')
      reply.headers({
        // Removed evidence is gone for everybody, so no browser may keep it long.
        'cache-control': 'private, no-cache',
        'content-type': types[row.kind],
        'content-length': size,
        'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${inHeader(row.name)}`,
        // Opened on its own it is a picture and nothing else.
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      if (request.method === 'HEAD') {
        await file.close()
        return reply.send(Readable.from([]))
      }
      return reply.send(file.createReadStream())
    },
  )
}

/** RFC 5987: characters that a URI component leaves as they are and a header does not. */
const inHeader = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)

function addRemoval(app: App, parts: FindingsParts): void {
  const { findings, evidence, access, door } = parts
  app.delete(
    '/api/findings/:id/evidence/:file',
    {
      schema: {
        operationId: 'removeEvidence',
        summary: 'Delete a file of evidence; the history says that there was one',
        tags,
        params: FileParams,
        querystring: Type.Object({ ...Until, why: Type.Optional(Words(200, 'Why it goes')) }, closed),
        response: { 200: FindingAnswer },
      },
      config: { problems: ['unknown-finding', 'unknown-file', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const by = doerOf(request)
      const finding = findings.byId(request.params.id)
      if (!finding) return refuse(reply, 'unknown-finding')
      const isOwn = isStillOwn(finding, findings.changes(finding.id), by, door.context.hall.day)
      if (by.role !== 'manager' && !isOwn) return refuse(reply, 'not-allowed')
      const row = finding.evidence.filter(isThere).find(({ id }) => id === request.params.file)
      if (!row) return refuse(reply, 'unknown-file')
      const why = plainText(request.query.why ?? '') || null
      const made = findings.removeEvidence(finding, row, by, why)
      // If the server ends here, the next start erases the file.
      await evidence.remove(row.id)
      access.log.write({
        by: `staff:${by.staff}`,
        action: 'evidence-removed',
        about: null,
        agency: finding.agency,
        detail: { number: finding.number },
      })
      return (await teller(parts, by, languageOf(request.headers['accept-language'])))(made)
    },
  )
}

const Sent = Type.Object(
  { ...Until, name: Type.Optional(Type.String({ maxLength: 500, description: 'What the file was called' })) },
  closed,
)

/** In a scope of its own: only here is a body not JSON but read as it arrives. */
async function addUpload(app: App, parts: FindingsParts): Promise<void> {
  const { findings, evidence, access } = parts
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post(
      '/api/findings/:id/evidence',
      {
        schema: {
          operationId: 'addEvidence',
          summary: 'Add a photo, PDF or office document to a finding',
          description:
            'The body is the file itself, as `application/octet-stream`, at most 20 MB. The place where a photo was taken is removed from it.',
          tags,
          params: IdParams,
          querystring: Sent,
          response: { 201: FindingAnswer },
        },
        config: {
          takesFile: true,
          problems: [
            'unknown-finding',
            'evidence-unfit',
            'evidence-too-large',
            'too-much-evidence',
            'too-many-requests',
            'no-room',
            'storage-unavailable',
          ],
        },
      },
      async (request, reply) => {
        const { id } = request.params as Static<typeof IdParams>
        const { name = '' } = request.query as Static<typeof Sent>
        if (!findings.byId(id)) return refuse(reply, 'unknown-finding')
        const tooLarge = () => refuse(reply, 'evidence-too-large', { members: { why: 'too-large' } })
        // A file that says itself that it is too large need not be sent.
        if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return tooLarge()
        const by = doerOf(request)
        const { body } = request
        const content = body instanceof Readable ? body : Readable.from([])
        const taken = await evidence.take(by.staff, name, content, (file) => {
          const made = findings.addEvidence(id, file, by)
          return typeof made === 'object' ? { kept: made } : { not: made }
        })
        if (taken === 'broken-off') return refuse(reply, 'bad-request')
        if (taken === 'busy') return refuse(reply, 'too-many-requests', { retryAfter: 10 })
        if (taken === 'no-room') return refuse(reply, 'no-room')
        if ('why' in taken) {
          const { why } = taken
          const isTooLarge = why === 'too-large' || why === 'too-many-pixels'
          return isTooLarge && why === 'too-large'
            ? tooLarge()
            : refuse(reply, isTooLarge ? 'evidence-too-large' : 'evidence-unfit', { members: { why } })
        }
        if ('not' in taken)
          return refuse(reply, taken.not === 'full' ? 'too-much-evidence' : 'unknown-finding')
        const finding = taken.kept
        if (typeof finding !== 'object') return refuse(reply, 'unknown-finding')
        access.log.write({
          by: `staff:${by.staff}`,
          action: 'evidence-added',
          about: null,
          agency: finding.agency,
          detail: { number: finding.number },
        })
        const told = await teller(parts, by, languageOf(request.headers['accept-language']))
        return reply.code(201).send(told(finding))
      },
    )
  })
}
