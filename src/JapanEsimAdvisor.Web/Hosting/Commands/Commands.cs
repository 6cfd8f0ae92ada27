using System.CommandLine;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Partners.Commands;

namespace JapanEsimAdvisor.Web.Hosting.Commands;

/// <summary>The commands of the program. Without a command it serves the site.</summary>
/// <param name="services">Services of the site, created only if a command runs.</param>
/// <param name="serve">Serves the site until it is stopped.</param>
/// <remarks>
/// Exit codes: 0 for success, 1 for a failed command, 2 for an unknown command; failures print the reason.
/// </remarks>
public sealed partial class Commands(Func<IServiceProvider> services, Func<Task> serve, TextWriter output, TextWriter errors)
{
    private const int NotUnderstood = 2;

    /// <summary>
    /// Settings without a section, valid for every command. Others have a section, such as <c>--Partners:Database</c>.
    /// </summary>
    private static readonly string[] SettingsOfHost =
        [WebHostDefaults.ServerUrlsKey, HostDefaults.EnvironmentKey, HostDefaults.ContentRootKey, HostDefaults.ApplicationKey];

    /// <param name="args">Arguments of the program; settings can be anywhere among them.</param>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var partners = new PartnerCommands(services, output, errors).All();
        var root = new RootCommand("Japan eSIM Advisor. Without a command it serves the site. Settings, such as --urls, can be anywhere.")
        {
            CatalogCommands.Import(services, output, errors),
            CatalogCommands.Check(services, output, errors),
            partners,
        };
        root.SetAction((_, _) => serve());
        var parsed = root.Parse([.. WithoutSettings(args, root, partners)]);

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = errors,

            // Main prints failures, and the host stops by itself.
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var exit = await parsed.InvokeAsync(invocation, cancellation);
        return parsed.Errors.Count > 0 ? NotUnderstood : exit;
    }

    /// <summary>Only the partner commands have options. A mistyped option must not count as a setting there.</summary>
    private static IEnumerable<string> WithoutSettings(IReadOnlyList<string> args, Command root, Command partners)
    {
        var own = OptionsOf(root).ToHashSet(StringComparer.Ordinal);
        var words = Without(args, arg => own.Contains(arg) ? null : Setting().Match(arg)).ToList();
        return words.FirstOrDefault() == partners.Name
            ? Without(args, arg => Setting().Match(arg) is var setting && IsSurely(setting.Groups["name"].Value) ? setting : null)
            : words;
    }

    private static bool IsSurely(string setting) =>
        setting.Contains(':', StringComparison.Ordinal) || SettingsOfHost.Contains(setting, StringComparer.OrdinalIgnoreCase);

    /// <summary>A setting without <c>=</c> takes the next argument as its value, as in the configuration.</summary>
    private static IEnumerable<string> Without(IReadOnlyList<string> args, Func<string, Match?> settingOf)
    {
        for (var place = 0; place < args.Count; place++)
        {
            if (settingOf(args[place]) is not { Success: true } setting)
            {
                yield return args[place];
            }
            else if (!setting.Groups["value"].Success)
            {
                place++;
            }
        }
    }

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Concat(command.Subcommands.SelectMany(OptionsOf));

    [GeneratedRegex(@"\A(?:--(?<name>[^=\s]+)(?<value>=.*)?|/?[A-Za-z_][\w:.]*(?<value>=.*))\z", RegexOptions.Singleline)]
    private static partial Regex Setting();
}
