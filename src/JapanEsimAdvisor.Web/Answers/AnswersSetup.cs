using JapanEsimAdvisor.Web.Limits;

namespace JapanEsimAdvisor.Web.Answers;

public static class AnswersSetup
{
    public static void AddAnswers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AdviceGiven>();
        builder.Services.AddSingleton<SearchBudget>();
        builder.Services.AddScoped<Advisor>();
        builder.Services.AddScoped<UsageChecker>();
        builder.Services.AddScoped<UsageEstimator>();
    }

    public static void UseSearchBudget(this WebApplication app) => app.Use(SearchBudget.RefuseAsync);
}
