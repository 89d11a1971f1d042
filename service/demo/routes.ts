// What only a demo answers: who there is, sign-in with one click, and the day that can be moved. Elsewhere: 404.
import { Hono } from 'hono'
import type { Env, House } from '../house.ts'

export const demoRoutes = (_house: House) => new Hono<Env>()
