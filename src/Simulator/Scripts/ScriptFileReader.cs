using System.Text;
using System.Text.Json;
using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>Reads a script file: a list of scripts, or an object that has more to say. What it leaves out stays as it is.</summary>
internal sealed class ScriptFileReader
{
    private static readonly Dictionary<string, Action<ScriptFileReader, JsonValue>> Members = new(StringComparer.Ordinal)
    {
        ["scripts"] = static (reader, value) => reader._options.Scripts = reader.ReadScripts(value, "$.scripts"),
        ["account"] = static (reader, value) => reader._options.Account = reader.ReadAccount(value),
        ["seed"] = static (reader, value) => reader._options.Seed = reader.Read<int>(value, "$.seed"),
        ["additional_models"] = static (reader, value) => Fill(reader._options.AdditionalModels, reader.Read<string[]>(value, "$.additional_models")),
        ["shutdown_dates"] = static (reader, value) => reader._options.ShutdownDates = reader.Read<ShutdownDateShape>(value, "$.shutdown_dates"),
        ["extra_keys"] = static (reader, value) => reader._options.ExtraKeys = reader.Read<bool>(value, "$.extra_keys"),
        ["initial_delay"] = static (reader, value) => reader._options.InitialDelay = reader.Read<TimeSpan>(value, "$.initial_delay"),
        ["event_delay"] = static (reader, value) => reader._options.EventDelay = reader.Read<TimeSpan>(value, "$.event_delay"),
        ["background_queue_time"] = static (reader, value) => reader._options.BackgroundQueueTime = reader.Read<TimeSpan>(value, "$.background_queue_time"),
        ["background_run_time"] = static (reader, value) => reader._options.BackgroundRunTime = reader.Read<TimeSpan>(value, "$.background_run_time"),
        ["batch_validation_time"] = static (reader, value) => reader._options.BatchValidationTime = reader.Read<TimeSpan>(value, "$.batch_validation_time"),
        ["batch_run_time"] = static (reader, value) => reader._options.BatchRunTime = reader.Read<TimeSpan>(value, "$.batch_run_time"),
        ["batch_finalizing_time"] = static (reader, value) => reader._options.BatchFinalizingTime = reader.Read<TimeSpan>(value, "$.batch_finalizing_time"),
        ["batch_cancelling_time"] = static (reader, value) => reader._options.BatchCancellingTime = reader.Read<TimeSpan>(value, "$.batch_cancelling_time"),
        ["batch_queue_tokens"] = static (reader, value) => reader._options.BatchQueueTokens = reader.Read<int>(value, "$.batch_queue_tokens"),
        ["models_without_chat_batch"] = static (reader, value) => Fill(reader._options.ModelsWithoutChatBatch, reader.Read<string[]>(value, "$.models_without_chat_batch")),
    };

    private static readonly HashSet<string> AccountWords = [.. ScriptJson.WordsOf(typeof(SimulatedAccount))];

    private readonly SimulatorOptions _options = new();
    private readonly string _path;
    private readonly string _text;

    private ScriptFileReader(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <exception cref="InvalidDataException">The file is none, with its place and what is wrong.</exception>
    public static SimulatorOptions Read(string path)
    {
        var reader = new ScriptFileReader(path, File.ReadAllText(path));
        reader.Read();
        return reader._options;
    }

    private void Read()
    {
        var root = JsonReader.Read(_text, out var problem) ?? throw At(problem!.Position.Line, problem.Position.Column, problem.Message);
        switch (root.Kind)
        {
            case JsonKind.Array:
                _options.Scripts = ReadScripts(root, "$");
                break;
            case JsonKind.Object:
                foreach (var member in root.Members)
                {
                    ReadMember(member);
                }

                break;
            default:
                throw At(root, "A list of scripts is expected, or an object with 'scripts'.");
        }
    }

    private void ReadMember(JsonMember member)
    {
        if (!Members.TryGetValue(member.Name, out var read))
        {
            throw At(member, AccountWords.Contains(member.Name)
                ? $"'{member.Name}' is of the account: write it into 'account'."
                : $"There is no '{member.Name}', only {string.Join(", ", Members.Keys)}.");
        }

        read(this, member.Value);
    }

    private SimulatedAccount ReadAccount(JsonValue account) => account.Members.FirstOrDefault(static member => Members.ContainsKey(member.Name)) is { } stray
        ? throw At(stray, $"'{stray.Name}' is not of the account: write it beside 'account'.")
        : Read<SimulatedAccount>(account, "$.account");

    private ScriptEntry[] ReadScripts(JsonValue scripts, string path)
    {
        if (scripts.Kind != JsonKind.Array)
        {
            throw At(scripts, "A list of scripts is expected.");
        }

        return [.. scripts.Items.Select((script, index) => ReadScript(script, $"{path}[{index}]"))];
    }

    private ScriptEntry ReadScript(JsonValue script, string path)
    {
        var entry = Read<ScriptEntry>(script, path);
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

    private static void Fill(IList<string> list, IEnumerable<string> models)
    {
        list.Clear();
        foreach (var model in models)
        {
            list.Add(model);
        }
    }

    private T Read<T>(JsonValue value, string path)
    {
        var text = _text[value.Position.Offset..value.End];
        try
        {
            return JsonSerializer.Deserialize<T>(text, ScriptJson.Options) ?? throw At(value, "null says nothing; leave it out.");
        }
        catch (JsonException wrong)
        {
            // The place is behind what is wrong, and counted from the start of the value.
            var line = (int)(wrong.LineNumber ?? 0);
            var column = Math.Max(0, CharactersIn(text.Split('\n')[line], (int)(wrong.BytePositionInLine ?? 0)) - 1);
            throw At(value.Position.Line + line, column + (line == 0 ? value.Position.Column : 0), ScriptJson.Explain(wrong, path));
        }
        catch (ArgumentException wrong)
        {
            throw At(value, wrong.Message);
        }
    }

    /// <summary>The reader of the platform counts bytes.</summary>
    private static int CharactersIn(string line, int bytes) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line).AsSpan(0, bytes)).Length;

    private InvalidDataException At(JsonMember member, string message) => At(member.Position.Line, member.Position.Column, message);

    private InvalidDataException At(JsonValue value, string message) => At(value.Position.Line, value.Position.Column, message);

    private InvalidDataException At(int line, int column, string message) => new($"{_path}({line + 1},{column + 1}): {message}");
}
