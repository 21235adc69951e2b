using System.Text.Json;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>Reads a script file: a list of scripts, or an object that has more to say.</summary>
internal sealed class ScriptFileReader(string path, string text)
{
    /// <exception cref="InvalidDataException">The file is none, with its place and what to do.</exception>
    public static ScriptFile Read(string path) => new ScriptFileReader(path, File.ReadAllText(path)).Read();

    private ScriptFile Read()
    {
        var root = JsonReader.Read(text, out var problem) ?? throw At(problem!.Position.Line, problem.Position.Column, problem.Message);
        return root.Kind switch
        {
            JsonKind.Array => new ScriptFile { Scripts = ReadScripts(root) },
            JsonKind.Object => root.Members.Where(member => member.Name != "scripts").Aggregate(
                new ScriptFile { Scripts = root.Members.FirstOrDefault(member => member.Name == "scripts") is { } scripts ? ReadScripts(scripts.Value) : [] },
                ReadMember),
            _ => throw At(root, "A list of scripts is expected, or an object with 'scripts'."),
        };
    }

    private ScriptFile ReadMember(ScriptFile file, JsonMember member) => member.Name switch
    {
        "seed" => file with { Seed = Value<int>(member.Value) },
        "account" => file with { Account = Value<SimulatedAccount>(member.Value) },
        "additional_models" => file with { AdditionalModels = Value<string[]>(member.Value) },
        "shutdown_dates" => file with { ShutdownDates = Value<ShutdownDateShape>(member.Value) },
        "extra_keys" => file with { ExtraKeys = Value<bool>(member.Value) },
        "initial_delay" => file with { InitialDelay = Value<TimeSpan>(member.Value) },
        "event_delay" => file with { EventDelay = Value<TimeSpan>(member.Value) },
        var unknown => throw At(member.Position.Line, member.Position.Column,
            $"There is no '{unknown}', only scripts, seed, account, additional_models, shutdown_dates, extra_keys, initial_delay and event_delay."),
    };

    private ScriptEntry[] ReadScripts(JsonValue scripts)
    {
        if (scripts.Kind != JsonKind.Array)
        {
            throw At(scripts, "A list of scripts is expected.");
        }

        return [.. scripts.Items.Select(ReadScript)];
    }

    private ScriptEntry ReadScript(JsonValue script)
    {
        var entry = Value<ScriptEntry>(script);
        try
        {
            entry.AddTo(new SimulatorScripts());
            return entry;
        }
        catch (ArgumentException wrong)
        {
            throw At(script, wrong.Message);
        }
    }

    private T Value<T>(JsonValue value)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text[value.Position.Offset..value.End], ScriptJson.Options) ?? throw At(value, "null says nothing; leave it out.");
        }
        catch (JsonException wrong)
        {
            // The place is behind what is wrong, and counted from the start of the value.
            var line = (int)(wrong.LineNumber ?? 0);
            var column = (int)Math.Max(0, (wrong.BytePositionInLine ?? 0) - 1);
            throw At(value.Position.Line + line, column + (line == 0 ? value.Position.Column : 0), Explain(wrong));
        }
        catch (ArgumentException wrong)
        {
            throw At(value, wrong.Message);
        }
    }

    /// <summary>The reader of the platform speaks of types; a file has names and values.</summary>
    private static string Explain(JsonException wrong) => wrong.Message.Split('\'') switch
    {
        ["The JSON property ", var name, ..] => $"There is no '{name}' here.",
        [var start, ..] when start.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) => $"The value of {wrong.Path} is not of the kind that belongs here.",
        _ => wrong.Message,
    };

    private InvalidDataException At(JsonValue value, string message) => At(value.Position.Line, value.Position.Column, message);

    private InvalidDataException At(int line, int column, string message) => new($"{path}({line + 1},{column + 1}): {message}");
}
