using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>A checklist as an iCalendar file (RFC 5545): an all-day entry for each thing to do, with a reminder the morning before where it has a last day.</summary>
/// <param name="link">Where to reopen the trip.</param>
public sealed class CalendarFile(Words words, Stay stay, string link, DateTimeOffset now)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    public const string FileName = "japan-trip.ics";

    private const string Product = "-//Japan eSIM Advisor//Trip checklist//EN";

    private const int HoursBeforeMidnight = 15;

    private const int IdLength = 16;

    public string Of(IEnumerable<TaskLine> tasks)
    {
        var calendar = new Ical.Net.Calendar { ProductId = Product, Method = "PUBLISH" };
        foreach (var task in tasks)
        {
            calendar.Events.Add(Entry(task));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private CalendarEvent Entry(TaskLine task)
    {
        var day = DayOf(task);
        var entry = new CalendarEvent
        {
            Uid = IdOf(task),
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Summary = task.Who + task.Text,
            Description = words.Say("calendar.text", ("when", words["when." + task.When]), ("link", link)),
            Start = new CalDateTime(day),
            End = new CalDateTime(day.AddDays(1)),
            Transparency = TransparencyType.Transparent,
            Class = "PRIVATE",
        };
        if (task is { Due: not null, When: Moments.BeforeDeparture or Moments.BeforeLeaving })
        {
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Summary, Trigger = new Trigger(new Duration(hours: -HoursBeforeMidnight)) });
        }

        return entry;
    }

    private DateOnly DayOf(TaskLine task) => (task.Due, task.When) switch
    {
        ({ } due, _) => due,
        (_, Moments.BeforeDeparture) => stay.Arrival.AddDays(-1),
        (_, Moments.BeforeLeaving) => stay.Departure,
        _ => stay.Arrival,
    };

    /// <summary>The same for the same thing on the same trip, so that a calendar replaces what it took in before.</summary>
    private string IdOf(TaskLine task)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{stay.Arrival:O}\n{stay.Departure:O}\n{task.When}\n{task.Who}\n{task.Text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..IdLength] + "@japan-esim-advisor";
    }
}
