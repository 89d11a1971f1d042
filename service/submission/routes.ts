// The submission's address for programs: no sign-in, one answer. Pages post their form to their own address.
import { Hono } from 'hono'
import { readJsonObject } from '../guard/body.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { readSubmission } from './input.ts'
import { receiveSubmission } from './receive.ts'

/// How often one sender may send; a whole office may share an address.
export const sendLimit = { times: 30, minutes: 60 }

export const submissionRoutes = (house: House) =>
  new Hono<Env>().post(
    '/api/strategies/:id/submissions',
    rateLimited(house.demo ? { times: 600, minutes: 60 } : sendLimit),
    async (c) => {
      const key = c.req.header('idempotency-key')
      if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refused('key-malformed')
      const input = readSubmission(await readJsonObject(c), c.var.lang)
      const { number, receipt, late, to } = await receiveSubmission(
        house,
        c.req.param('id'),
        input,
        { channel: 'api', ...(key === undefined ? {} : { key }) },
      )
      return c.json({ number, receipt, to, late }, 201)
    },
  )
