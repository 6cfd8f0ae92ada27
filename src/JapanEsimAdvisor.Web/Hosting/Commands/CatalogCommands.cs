using System.CommandLine;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Import;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Options;
using static System.FormattableString;

namespace JapanEsimAdvisor.Web.Hosting.Commands;

/// <summary>The operator's commands for the catalog: <c>import</c> and <c>check</c>.</summary>
public static class CatalogCommands
{
    public static Command Import(Func<IServiceProvider> services, TextWriter output, TextWriter errors)
    {
        var import = new Command("import", "Takes the data files into the catalog");
        import.SetAction(async (_, cancellation) =>
        {
            var problems = await services().ImportCatalogAsync(cancellation);
            return Report([.. problems.Select(problem => problem.ToString())], "imported", output, errors);
        });
        return import;
    }

    public static Command Check(Func<IServiceProvider> services, TextWriter output, TextWriter errors)
    {
        var check = new Command("check", "Checks the data files and lists what has gone stale; writes nothing");
        check.SetAction(async (_, cancellation) =>
        {
            using var scope = services().CreateScope();
            var options = scope.ServiceProvider.GetRequiredService<IOptions<CatalogOptions>>().Value;
            var (catalog, problems) = await scope.ServiceProvider.GetRequiredService<CatalogImporter>().CheckAsync(cancellation);
            var all = problems.Concat(GuideReader.Read(options.DataPath).Problems);
            var exit = Report([.. all.Select(problem => problem.ToString())], "valid", output, errors);
            ListStale(catalog, scope.ServiceProvider.GetRequiredService<TimeProvider>().TodayInJapan(), output);
            return exit;
        });
        return check;
    }

    private static void ListStale(CatalogSnapshot? catalog, DateOnly today, TextWriter output)
    {
        foreach (var line in catalog is null ? [] : StaleFacts.In(catalog, today))
        {
            output.WriteLine(line);
        }
    }

    /// <returns>Exit code: 0 if the data is good, 1 if it was refused.</returns>
    private static int Report(List<string> problems, string done, TextWriter output, TextWriter errors)
    {
        problems.ForEach(errors.WriteLine);
        var isGood = problems.Count == 0;
        output.WriteLine(isGood ? $"The catalog is {done}." : Invariant($"{problems.Count} problems; nothing was changed."));
        return isGood ? 0 : StartUp.Failed;
    }
}
