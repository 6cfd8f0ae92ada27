using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Partners.Calls;

/// <summary>
/// Counts partners' calls in memory until they are written, so that a call needs no write. It stores numbers only, no
/// requests.
/// </summary>
public sealed class CallCounter(TimeProvider clock)
{
    private readonly Lock _lock = new();

    private Dictionary<(int Partner, DateOnly Day), (long Answered, long Refused)> _counted = [];

    public void Count(Partner partner, bool isAnswered) =>
        PutBack([new CallsOfDay(partner.Id, clock.TodayInJapan(), isAnswered ? 1 : 0, isAnswered ? 0 : 1)]);

    /// <summary>Returns the counts since the last call and clears them.</summary>
    public IReadOnlyList<CallsOfDay> Take()
    {
        lock (_lock)
        {
            var taken = _counted;
            _counted = [];
            return [.. taken.Select(pair => new CallsOfDay(pair.Key.Partner, pair.Key.Day, pair.Value.Answered, pair.Value.Refused))];
        }
    }

    /// <summary>Adds counts back that could not be written.</summary>
    public void PutBack(IReadOnlyList<CallsOfDay> calls)
    {
        lock (_lock)
        {
            foreach (var day in calls)
            {
                var before = _counted.GetValueOrDefault((day.PartnerId, day.Day));
                _counted[(day.PartnerId, day.Day)] = (before.Answered + day.Answered, before.Refused + day.Refused);
            }
        }
    }
}
