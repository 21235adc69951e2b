using System.Globalization;

namespace TypedLlm.Simulator;

/// <summary>The arguments of the program.</summary>
internal sealed record ProgramArguments
{
    public const string Usage = "Usage: TypedLlm.Simulator [--urls http://127.0.0.1:5005] [--scripts FILE] [--seed N]";

    public string Urls { get; private init; } = "http://127.0.0.1:5005";

    public string? Scripts { get; private init; }

    public int? Seed { get; private init; }

    /// <summary>The arguments; null if they are not understood. A value may follow its name, or '='.</summary>
    public static ProgramArguments? Read(IEnumerable<string> arguments)
    {
        var result = new ProgramArguments();
        var words = new Queue<string>(arguments.SelectMany(argument => argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument]));
        while (words.TryDequeue(out var name))
        {
            if (!words.TryDequeue(out var value))
            {
                return null;
            }

            switch (name)
            {
                case "--urls":
                    result = result with { Urls = value };
                    break;
                case "--scripts":
                    result = result with { Scripts = value };
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed):
                    result = result with { Seed = seed };
                    break;
                default:
                    return null;
            }
        }

        return result;
    }

    /// <exception cref="InvalidDataException">The script file is wrong.</exception>
    /// <exception cref="IOException">The script file cannot be read.</exception>
    public SimulatorOptions ToOptions()
    {
        var options = Scripts is { } file ? SimulatorOptions.Load(file) : new SimulatorOptions();
        options.Urls = Urls;
        options.Seed = Seed ?? options.Seed;
        return options;
    }
}
