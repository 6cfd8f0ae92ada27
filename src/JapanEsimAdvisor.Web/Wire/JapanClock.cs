using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Wire;

public static class JapanClock
{
    extension(TimeProvider clock)
    {
        /// <summary>The calendar date in Japan now.</summary>
        public DateOnly TodayInJapan() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(JapanTime.UtcOffsetHours));
    }
}
