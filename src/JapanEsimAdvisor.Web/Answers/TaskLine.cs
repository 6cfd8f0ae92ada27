using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Something to do, as page and calendar say it; one line for everybody who does the same.</summary>
/// <param name="When">One of <see cref="Moments.All"/>.</param>
/// <param name="Due">Last day; null where only the moment matters.</param>
/// <param name="Who">Names with a colon; empty for the whole party.</param>
public sealed record TaskLine(string When, DateOnly? Due, string Who, string Text)
{
    public static IEnumerable<TaskLine> Of(IEnumerable<ChecklistTask> tasks, Func<Notice, string> say, TravelerNames names) =>
        from task in tasks
        group task by (task.When, task.Due, Text: say(task.Notice)) into same
        select new TaskLine(same.Key.When, same.Key.Due, names.Who([.. same.SelectMany(task => task.Notice.Travelers).Distinct(StringComparer.Ordinal)]), same.Key.Text);
}
