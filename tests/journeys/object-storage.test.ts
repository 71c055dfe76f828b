import { spawnSync } from 'node:child_process'
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesIn, fill } from '../publisher/site-folder.ts'
import { buildSite, newFolder, writeSite } from './build-site.ts'
import { startServer } from './static-server.ts'
import { findProgram } from './web-server.ts'
import { expectWholeEdition } from './whole-edition.ts'

const rclone = findProgram('rclone')

const post = (title: string, category = 'caijing'): string =>
  `---\ntitle: ${title}\ncategories: ${category}\n---\n<p>${title}的正文。</p>\n`

/** A folder takes the bucket's place: rclone makes no difference between them but for the headers. */
const upload = (out: string, bucket: string): { said: string; status: number | null } => {
  const env = { ...process.env, RCLONE_CONFIG: join(newFolder(), 'none'), RCLONE_VERBOSE: '1' }
  const { stderr, status } = spawnSync('sh', ['src/hosting/object-storage.sh', out, bucket], {
    env,
    encoding: 'utf8',
  })
  return { said: stderr, status }
}

it.skipIf(!rclone)(
  'an edition goes to object storage whole, new and gone files alone the next time (rclone)',
  async () => {
    const site = writeSite({
      '_config.yml': 'title: 试刊\nkanbao: { grace_hours: 0 }\n',
      '_posts/2022-01-21-a.md': post('甲'),
      // Categories that are called as folders of Kanbao's are.
      '_posts/2022-01-21-b.md': post('乙', 'archive'),
      '_posts/2022-01-22-c.md': post('丙', 'app'),
      'images/图 1.png': 'png',
    })
    const { out } = await buildSite(site)
    const bucket = join(newFolder(), 'bucket')
    expect(upload(out, bucket).status).toBe(0)
    expect(filesIn(bucket)).toEqual(filesIn(out))

    rmSync(join(site, '_posts/2022-01-21-b.md'))
    rmSync(join(site, 'images'), { recursive: true })
    fill(site, { '_posts/2022-01-23-d.md': post('丁') })
    await buildSite(site, out)
    // As in a new clone, where each file is as old as the clone.
    const [kept = ''] = Object.keys(filesIn(out)).filter(
      (path) => path.startsWith('app/') && path.endsWith('.js'),
    )
    utimesSync(join(out, kept), new Date(), new Date())
    writeFileSync(join(bucket, 'archive/stray.json'), '{}')
    const { said } = upload(out, bucket)
    expect(filesIn(bucket)).toEqual(filesIn(out))
    expect(said).toContain('archive/2022/01/21/b.html: Deleted')
    expect(said).not.toContain(`${kept}: Copied`)
    const server = await startServer(bucket)
    expect((await expectWholeEdition(server.url)).count).toBe(3)
    await server.stop()

    expect(upload(newFolder(), bucket)).toMatchObject({
      status: 1,
      said: expect.stringContaining('holds no edition'),
    })
    expect(filesIn(bucket)).toEqual(filesIn(out))
  },
)
