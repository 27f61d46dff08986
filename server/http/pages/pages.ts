// The built pages, from one folder: `<page>/index.html` for each, `assets/` with a hash in every name.
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { deviceCookie } from '../../access/who.ts'
import type { Context } from '../../live/context.ts'
import { cookieOf, setCookie } from '../ground/cookies.ts'
import { securePages } from '../ground/headers.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { addPhonePage } from '../phone/page.ts'
import type { PublicFigures } from '../../reports/shown.ts'
import type { Skm } from '../../skm/published.ts'
import { addLayanan } from './layanan.ts'
import { addAngka, addSkmPage, leadToSlash } from './published.ts'
import { addSurveyPages } from './survey.ts'

/** Pages that are sent as they were built, to anybody who asks. */
const PLAIN = [
  'complaint',
  'complaints',
  'counter',
  'reception',
  'paper',
  'survey-entry',
  'findings',
  'supervise',
  'monitor',
  'simulator',
  'evaluation',
  'audit',
  'manage',
  'reports',
  'surveys',
] as const

/** Simultaneous downloads of the source: it is large, and hardly anybody asks. */
const MOST_SOURCES = 8
const SOURCE_RETRY_SECONDS = 10

export interface PagesParts {
  /** The folder of the build, absolute. */
  folder: string
  /** The hall's public address, null if it has none. */
  publicUrl: string | null
  /** What the pages of visits, services and public figures are drawn from; null if there is no hall (in tests). */
  visits: Context | null
  figures: PublicFigures | null
  /** The published reports of the survey. */
  skm: Skm | null
}

/**
 * Adds the routes of the pages: those of `PLAIN`, what is below `/manage/`, `/reports/` and `/surveys/`, `/`, `/kiosk/`,
 * `/display/`, `/survey/`, `/layanan/`, `/angka/`, `/skm/`, `/t/<token>`, `/assets/…`.
 */
export async function addPages(
  app: App,
  { folder, publicUrl, visits, figures, skm }: PagesParts,
): Promise<void> {
  await app.register(async (scope) => {
    await securePages(scope, { publicUrl })
    await scope.register(fastifyStatic, {
      root: folder,
      serve: false,
      cacheControl: false,
      preCompressed: true,
      dotfiles: 'ignore',
      index: false,
    })

    scope.get('/', (_request, reply) => sendPage(reply, 'home'))

    for (const page of PLAIN) {
      scope.get(`/${page}/`, (_request, reply) => sendPage(reply, page))
    }
    // These pages know their own sections, and say so if there is no such one.
    scope.get('/manage/*', (_request, reply) => sendPage(reply, 'manage'))
    scope.get('/reports/*', (_request, reply) => sendPage(reply, 'reports'))
    scope.get('/surveys/*', (_request, reply) => sendPage(reply, 'surveys'))

    // Framed only by the manager's page; what it shows comes from the API, with the manager's cookie.
    for (const page of ['kiosk', 'display'] as const) {
      scope.get(`/preview/${page}/`, (_request, reply) => {
        const policy = String(reply.getHeader('content-security-policy'))
        reply.header(
          'content-security-policy',
          policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
        )
        return sendPage(reply.header('x-frame-options', 'SAMEORIGIN'), `preview-${page}`)
      })
    }

    for (const page of ['kiosk', 'display'] as const) {
      scope.get(`/${page}/`, (request, reply) => {
        const key = request.who[page] === null ? null : cookieOf(request, deviceCookie)
        if (key !== null) setCookie(reply, deviceCookie, key)
        return sendPage(reply, page)
      })
    }

    for (const page of [...PLAIN, 'kiosk', 'display', 'survey']) {
      leadToSlash(scope as App, `/${page}`)
    }

    addSurveyPages(scope as App, { folder, context: visits, sendPage })
    if (visits !== null) {
      addPhonePage(scope as App, folder, visits)
      addLayanan(scope as App, folder, visits)
      if (figures !== null) addAngka(scope as App, folder, visits, figures)
      if (skm !== null) addSkmPage(scope as App, folder, visits, skm)
    }

    const sources = createPlaces(MOST_SOURCES)
    scope.get('/source', (_request, reply) => {
      const leave = sources.take()
      if (!leave) return refuse(reply, 'too-many-requests', { retryAfter: SOURCE_RETRY_SECONDS })
      reply.raw.once('close', leave)
      return reply
        .header('cache-control', 'no-cache')
        .header('content-disposition', 'attachment; filename="antre-source.tar.gz"')
        .sendFile('antre-source.tar.gz')
    })
    scope.get('/LICENSE.txt', (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('LICENSE.txt'),
    )

    const assets = join(folder, 'assets')
    scope.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      // Its own root, so that no `..` leads out of it.
      return reply.sendFile(request.params['*'], assets)
    })
  })
}

/**
 * A page's address stays the same from build to build, so browsers ask each time whether it changed. One that brings a
 * device its cookie is for that device alone: a cache on the way would hand the cookie on.
 */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const caching = reply.hasHeader('set-cookie') ? 'private, no-cache' : 'no-cache'
  return reply.header('cache-control', caching).sendFile(`${page}/index.html`)
}

/** `take` returns a function that gives the place back (once), or null if there is none. */
export function createPlaces(most: number): { take: () => (() => void) | null } {
  let taken = 0
  return {
    take() {
      if (taken >= most) return null
      taken += 1
      let isMine = true
      return () => {
        if (isMine) taken -= 1
        isMine = false
      }
    },
  }
}
