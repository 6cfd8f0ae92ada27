namespace JapanEsimAdvisor.Web.Hosting.Commands;

/// <summary>The program: it serves the site, or runs one of its commands with the same services.</summary>
public static class SiteProgram
{
    /// <param name="add">Adds the services of the site.</param>
    /// <param name="use">Adds middleware and endpoints; a command does without.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> use)
    {
        var site = new Lazy<WebApplication>(Build);
        var commands = new Commands(() => site.Value.Services, ServeAsync, Console.Out, Console.Error);
        return await StartUp.RunAsync(() => commands.RunAsync(args, CancellationToken.None));

        WebApplication Build()
        {
            var builder = HostingSetup.CreateBuilder(args);
            add(builder);
            return builder.Build();
        }

        async Task ServeAsync()
        {
            await site.Value.PrepareAsync();
            use(site.Value);
            await site.Value.ServeAsync();
        }
    }
}
