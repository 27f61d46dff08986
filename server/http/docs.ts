// The description of the API to be read and tried by people: Swagger UI at `/api/docs`. Its files come from the disk
// when they are asked for, and nothing of it is loaded before.
import fastifyStatic from '@fastify/static'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { securePages } from './headers.ts'
import type { App } from './request.ts'

const files = ['swagger-ui-bundle.js', 'swagger-ui.css', 'index.css', 'favicon-32x32.png']

// English as its buttons are: who reads this writes programs.
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Antre API</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/index.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
})
`

/** Adds `/api/docs`, under the policy of the pages. `publicUrl`: as for the pages. */
export async function showApi(app: App, { publicUrl }: { publicUrl: string | null }): Promise<void> {
  const root = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')
  await app.register(async (scope) => {
    await securePages(scope, { publicUrl })
    await scope.register(fastifyStatic, { root, serve: false, cacheControl: false })
    for (const url of ['/api/docs', '/api/docs/']) {
      scope.get(url, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
    }
    scope.get('/api/docs/start.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(start),
    )
    for (const file of files) {
      scope.get(`/api/docs/${file}`, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile(file),
      )
    }
  })
}
