using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

public static class SavedTripsSetup
{
    public static void AddSavedTrips(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SavedTripsOptions>().BindConfiguration(SavedTripsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDbContext<SavedTripsDb>((services, db) => db.UseSqlite(
            services.GetRequiredService<IHostEnvironment>().SqliteConnection(services.GetRequiredService<IOptions<SavedTripsOptions>>().Value.Database)));
        builder.Services.AddScoped<SavedTripStore>();
        builder.Services.AddScoped<SavedTripKeeper>();
        builder.Services.AddSingleton<WriteLimits>();
        builder.Services.AddSingleton<EditCookie>();
        builder.Services.AddHostedService<ExpiredTrips>();
    }

    /// <summary>Brings the database to the newest shape before the first request.</summary>
    public static async Task MigrateSavedTripsAsync(this WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SavedTripsDb>().Database.MigrateAsync(app.Lifetime.ApplicationStopping);
    }
}
