// What the demo's municipalities have set for themselves before the first act: when their councils constituted
// themselves, how many members they have, who gives the first treatment, and when council and executive committee meet.
import type { House } from '../house.ts'
import { addMeetings } from '../region/calendar.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { changeSettings } from '../region/municipality-settings.ts'
import { courses } from './courses.ts'

export async function setUpDemo(house: House): Promise<void> {
  for (const course of courses) {
    await changeSettings(house, firstRegion, course.number, {
      constitutedOn: course.constituted,
      councilMembers: course.members,
      firstTreatmentBody: course.firstBody,
      combinedProgramme: course.combinedProgramme ?? false,
    })
    await addMeetings(house, firstRegion, course.number, 'kommunestyre', course.councils)
    await addMeetings(house, firstRegion, course.number, 'formannskap', course.committees)
  }
}
