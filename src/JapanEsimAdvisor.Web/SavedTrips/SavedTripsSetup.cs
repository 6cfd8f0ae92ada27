using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Storage;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

public static class SavedTripsSetup
{
    public static void AddSavedTrips(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SavedTripsOptions>()
            .BindConfiguration(SavedTripsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateDatabase("SavedTrips:Database", options => options.Database)
            .ValidateOnStart();
        builder.Services.AddDatabase<SavedTripsDb>(services => services.GetRequiredService<IOptions<SavedTripsOptions>>().Value.Database);
        builder.Services.AddScoped<SavedTripStore>();
        builder.Services.AddScoped<SavedTripKeeper>();
        builder.Services.AddSingleton<WriteLimits>();
        builder.Services.AddSingleton<EditCookie>();
        builder.Services.AddHostedService<ExpiredTrips>();
    }
}
