using System.Net.Sockets;
using System.Reflection;
using JapanEsimAdvisor.Web.Catalog.Import;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>Steps before the first request, and the end of a program that cannot start.</summary>
public static class StartUp
{
    /// <summary>Exit code if the program cannot start or a command fails.</summary>
    public const int Failed = 1;

    /// <summary>Libraries that read settings; their exceptions mean a wrong setting.</summary>
    private static readonly string[] ReadersOfSettings =
        ["Microsoft.Extensions.Configuration", "Microsoft.Extensions.Options", "Microsoft.AspNetCore", "Serilog", "OpenTelemetry"];

    /// <summary>
    /// Runs the program. An exception from Main would abort the process with a stack trace, so this prints its reason
    /// instead. A host program, such as a test, gets the exception.
    /// </summary>
    public static async Task<int> RunAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception failure) when (Assembly.GetEntryAssembly() == typeof(StartUp).Assembly)
        {
            await Console.Error.WriteLineAsync(LineOf(failure) ?? failure.ToString());
            return Failed;
        }
    }

    /// <summary>Checks all settings, then reads what every request needs: catalog, guides and databases.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var stop = app.Lifetime.ApplicationStopping;
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = await app.Services.ImportCatalogAsync(stop);
        app.ReadGuides();
        await app.Services.PrepareDatabaseAsync<SavedTripsDb>(stop);
        await app.Services.PrepareDatabaseAsync<PartnersDb>(stop);
    }

    /// <summary>
    /// Serves until the site stops. If the site cannot start, this stops its background services, which would log an
    /// error otherwise.
    /// </summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch
            {
                await app.StopAsync();
                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }

    public static async Task PrepareDatabaseAsync<TContext>(this IServiceProvider services, CancellationToken cancellation)
        where TContext : DbContext
    {
        using var scope = services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().PrepareAsync(services.GetRequiredService<TimeProvider>(), cancellation);
    }

    /// <summary>
    /// Why the program cannot start; null for a bug, whose stack trace is needed. Refused data has one line for each
    /// problem.
    /// </summary>
    public static string? LineOf(Exception failure) => failure switch
    {
        AggregateException many => LineOf(many.InnerExceptions),
        StartUpException => failure.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{failure.Message} End the program that listens there, or choose another address, such as --urls http://localhost:5090.",
        SocketException => $"The site cannot listen on the addresses in the setting urls: {failure.Message}",
        InvalidDataException { InnerException: null } => failure.Message,
        _ when DatabaseFailure.Of(failure) is { } database => $"{database} {database.Advice}".Trim(),
        _ when IsOfSettings(failure) => $"A setting is wrong: {WithCauses(failure)}",
        IOException or UnauthorizedAccessException => WithCauses(failure),
        _ => null,
    };

    /// <summary>
    /// Whether a log line repeats, with a stack trace, the reason that the program prints at its end.
    /// </summary>
    public static bool Repeats(LogEvent entry) => entry.MessageTemplate.Text == "Hosting failed to start";

    private static string? LineOf(IReadOnlyCollection<Exception> failures)
    {
        var lines = failures.Select(LineOf).ToList();
        return lines.Contains(null) ? null : string.Join(' ', lines);
    }

    private static bool IsOfSettings(Exception failure) =>
        ReadersOfSettings.Any(reader => failure.Source?.StartsWith(reader, StringComparison.Ordinal) is true);

    private static string WithCauses(Exception? failure) =>
        failure is null ? string.Empty : $"{failure.Message} {WithCauses(failure.InnerException)}".ReplaceLineEndings(" ").Trim();
}
