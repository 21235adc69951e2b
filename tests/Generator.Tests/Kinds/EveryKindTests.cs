using System.Text.Json;
using TypedLlm.Generator.Tests.AnswerTypes;

namespace TypedLlm.Generator.Tests.Kinds;

/// <summary>Every kind of type, from the declaration of an endpoint over HTTP to the value: as a whole and as the element of a stream.</summary>
public sealed class EveryKindTests(KindProgram program) : IClassFixture<KindProgram>
{
    private const int Seeds = 3;

    public static TheoryData<int, string> Kinds()
    {
        var kinds = new TheoryData<int, string>();
        for (var i = 0; i < AllKinds.All.Count; i++)
        {
            kinds.Add(i, AllKinds.All[i].Type);
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_in_the_form_of_the_schema_is_read(int index, string type)
    {
        var kind = AllKinds.All[index];
        Assert.Equal(type, kind.Type);
        Script(kind.Wire(kind.Answer));
        Assert.Equal(Expected(kind), Write(await program.AskAsync(index, "x"), program.TypeOf(index)));
        Assert.Equal(Expected(kind), Write(await program.ResultAsync(index, "x"), program.TypeOf(index)));

        Script($"{{\"items\":[{kind.Answer},{kind.Answer}]}}");
        Assert.Equal($"[{Expected(kind)},{Expected(kind)}]", WriteAll(await program.ListAsync(index, "x"), index));
    }

    /// <summary>Before the value, events show what its type has a partial of, the text of another object, and of a single value nothing.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_is_seen_while_it_arrives(int index, string type)
    {
        var kind = AllKinds.All[index];
        Assert.Equal(type, kind.Type);
        Script(kind.Wire(kind.Answer));
        var watched = await program.WatchAsync(index, "x");

        Assert.Equal(Expected(kind), Write(watched.Value, program.TypeOf(index)));
        Assert.Equal(kind.HasView || kind.Wrapper is not null ? null : kind.Answer, watched.Text);
        Assert.Equal(kind.HasView, watched.View is not null);
        Assert.Null(watched.View?.Contradicts(watched.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_System_Text_Json_writes_is_read(int index, string type)
    {
        var kind = AllKinds.All[index];
        Assert.Equal(type, kind.Type);
        Script(kind.Wire(Expected(kind)));
        Assert.Equal(Expected(kind), Write(await program.AskAsync(index, "x"), program.TypeOf(index)));
    }

    /// <summary>The service takes the schema, with its strict rules, and what it answers by it is read; and written by System.Text.Json, it is read again.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_follows_the_schema_is_read(int index, string type)
    {
        var kind = AllKinds.All[index];
        Assert.Equal(type, kind.Type);
        for (var seed = 0; seed < Seeds; seed++)
        {
            program.Service.Scripts.Clear();
            if (kind.SaysLess)
            {
                await AskLooselyAsync(index, seed);
                continue;
            }

            var asked = program.Service.Log.Requests.Count;
            var written = Write(await program.AskAsync(index, $"Answer {seed}"), program.TypeOf(index));
            await program.ListAsync(index, $"Answer {seed}");
            Assert.Equal(asked + 2, program.Service.Log.Requests.Count);

            Script(kind.Wire(written));
            Assert.Equal(written, Write(await program.AskAsync(index, "x"), program.TypeOf(index)));
        }
    }

    /// <summary>The schema is taken, and an answer is read, or refused with the place.</summary>
    private async Task AskLooselyAsync(int index, int seed)
    {
        try
        {
            Assert.NotNull(await program.AskAsync(index, $"Answer {seed}"));
        }
        catch (LlmException exception)
        {
            Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
            Assert.Contains(" at $.", exception.Message, StringComparison.Ordinal);
        }
    }

    private static string Expected(Kind kind) => (kind.Expected ?? kind.Answer).Trim();

    private static string Write(object? value, Type type) => JsonSerializer.Serialize(value, type, SystemTextJson.Options);

    private string WriteAll(object? values, int index) => JsonSerializer.Serialize(values, typeof(List<>).MakeGenericType(program.TypeOf(index)), SystemTextJson.Options);

    private void Script(string answer)
    {
        program.Service.Scripts.Clear();
        program.Service.Scripts.ForAnyModel.Always(Simulator.Answers.Deltas([.. answer.Chunk(5).Select(piece => new string(piece))]));
    }
}
