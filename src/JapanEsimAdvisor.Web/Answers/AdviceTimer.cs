using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Whether this request was answered with advice, and for how many people.</summary>
public sealed class AdviceGiven
{
    /// <summary>People of the party, 1 to 60; null where no advice was given.</summary>
    public int? People { get; private set; }

    /// <summary>Whether the answer had been calculated before.</summary>
    public bool IsCached { get; private set; }

    public void Note(int people, bool isCached) => (People, IsCached) = (people, isCached);
}

public static class AdviceTimer
{
    /// <summary>
    /// Times advice from the arrival of the request until its answer starts: reading, search, everything that was asked for beside it, and its words on a
    /// page or as JSON.
    /// </summary>
    public static void UseAdviceTimer(this WebApplication app)
    {
        var (meters, clock) = (app.Services.GetRequiredService<SiteMeters>(), app.Services.GetRequiredService<TimeProvider>());
        app.Use((context, next) =>
        {
            var started = clock.GetTimestamp();
            context.Response.OnStarting(() =>
            {
                if (context.RequestServices.GetRequiredService<AdviceGiven>() is { People: { } people } given)
                {
                    meters.Recommended(clock.GetElapsedTime(started), people, given.IsCached);
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
