//! When and where somebody is expected, as their row says it. A letter that shows no
//! appointment asks for none: to somebody who waits, it is not known yet.

use jiff::civil::{Date, Time};

use super::Wanted;
use super::column::{AppointmentColumns, Column};
use super::moment::{MAY_BE_TURNED, Moments};
use super::person::{Reading, keep};
use super::place::Places;
use crate::diagnostics::{Problem, RowCode, did_you_mean, one_of};
use crate::read::table::{Row, RowFault, Table};

/// When and where somebody is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The day.
    pub date: Date,
    /// The time of day.
    pub time: Time,
    /// Where: a key of the service's places.
    pub place: String,
}

/// What the appointments of a spreadsheet are read with.
pub(super) struct Appointments<'a> {
    columns: &'a AppointmentColumns,
    places: Places<'a>,
    dates: Moments,
    times: Moments,
}

impl<'a> Appointments<'a> {
    pub(super) fn new(columns: &'a AppointmentColumns, wanted: &Wanted<'a>, table: &Table) -> Self {
        let moments = |column: &Column| Moments::of(column, table, wanted.settings.dates());
        Self {
            columns,
            places: Places::of(wanted.places),
            dates: moments(&columns.date),
            times: moments(&columns.time),
        }
    }

    /// What to tell about how the dates were read.
    pub(super) fn note(&self, file: &str) -> Option<Problem> {
        self.dates.note(file, &self.columns.date)
    }
}

impl Reading<'_> {
    /// The appointment of a row whose letter shows one.
    pub(super) fn appointment(&self, row: &Row, faults: &mut Vec<RowFault>) -> Option<Appointment> {
        let appointments = self.appointments.as_ref()?;
        let moment = self.moment(appointments, row, faults);
        let place = keep(self.place(appointments, row), faults);
        let ((date, time), place) = (moment?, place?);
        Some(Appointment { date, time, place })
    }

    /// Day and time, which may stand in one cell or in two that each hold both.
    fn moment(
        &self,
        appointments: &Appointments,
        row: &Row,
        faults: &mut Vec<RowFault>,
    ) -> Option<(Date, Time)> {
        let (dates, times) = (&appointments.columns.date, &appointments.columns.time);
        let date = appointments.dates.date(&dates.text(row));
        let date = match date {
            Ok((day, _)) if appointments.dates.may_be_turned(dates, row, day) => Err(MAY_BE_TURNED),
            date => date,
        };
        if dates.at == times.at {
            let both = keep(self.said(row, dates, date), faults)?;
            let (day, Some(time)) = both else {
                let what = "has a day and no time";
                let fault = self.wrong(row, dates, RowCode::NotATime, what);
                faults.push(fault.help("type the time after the day, as in 2026-12-07 09:30"));
                return None;
            };
            return Some((day, time));
        }
        let date = keep(self.said(row, dates, date), faults);
        let time = appointments.times.time(&times.text(row));
        let time = keep(self.said(row, times, time), faults);
        let ((day, time_of_date), (time, day_of_time)) = (date?, time?);
        let disagrees = day_of_time.is_some_and(|other| other != day)
            || time_of_date.is_some_and(|other| other != time);
        if disagrees {
            let what = format!("does not say the same moment as `{}`", dates.shown);
            let fault = self.wrong(row, times, RowCode::NotATime, &what);
            faults.push(fault.help("correct the one that is wrong"));
            return None;
        }
        Some((day, time))
    }

    fn place(&self, appointments: &Appointments, row: &Row) -> Result<String, Box<RowFault>> {
        let (column, places) = (&appointments.columns.place, &appointments.places);
        let typed = column.text(row);
        if let Some(place) = places.meant(&typed) {
            return Ok(place.to_owned());
        }
        let known = places.keys();
        let (code, what) = if typed.trim().is_empty() {
            (RowCode::MissingValue, "is empty")
        } else {
            (RowCode::UnknownPlace, "is not one of the service's places")
        };
        let every = match known.clone().next() {
            None => {
                "the service has no places yet: add one under `places` in service.yaml".to_owned()
            }
            Some(_) => format!(
                "type {}, as in service.yaml, or a place's name as it is printed",
                one_of(known.clone())
            ),
        };
        Err(self
            .wrong(row, column, code, what)
            .maybe_help(did_you_mean(&typed, known))
            .help(every)
            .into())
    }
}
