using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TypedLlm;

namespace Every;

[LlmAnswer]
public record Anything(object Value, [EmailAddress] string Address);

[LlmAnswer]
public record Torn([Range(5, 1)] int Value);

[LlmAnswer]
public class Unmade
{
    public Unmade(string text) => Number = text;

    public string Number { get; }
}

[LlmAnswer]
[JsonPolymorphic]
public abstract record NoFamily;

[LlmAnswer]
public record Unchecked(string Text)
{
    [Validate]
    public bool Check() => Text.Length > 0;
}

[LlmAnswer]
public partial record Split(string Written);

[LlmAnswer]
public record Deep(Deep2 Next);

public record Deep2(Deep3 Next);

public record Deep3(Deep4 Next);

public record Deep4(Deep5 Next);

public record Deep5(Deep6 Next);

public record Deep6(Deep7 Next);

public record Deep7(Deep8 Next);

public record Deep8(Deep9 Next);

public record Deep9(Deep10 Next);

public record Deep10(Deep11 Next);

public record Deep11(Deep12 Next);

public record Deep12(string Text);

public record Unseen(string Text);

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
public interface IWatcher
{
    [Prompt("Watch.")]
    IAsyncEnumerable<LlmEvent<Unseen>> WatchAsync(CancellationToken ct = default);
}
