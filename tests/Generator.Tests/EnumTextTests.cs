namespace TypedLlm.Generator.Tests;

/// <summary>Enums in the text of prompts: a model reads the words that it answers with.</summary>
public sealed class EnumTextTests
{
    private const string Source = """
        using System.Text.Json.Serialization;

        public enum Priority { Low, [JsonStringEnumMemberName("very-high \"now\"")] High, Urgent = High }

        [LlmAnswer(Naming = LlmNaming.KebabCase)]
        public enum Channel { ByPhone, ByPost }

        public enum Plain { FirstOne }

        [Flags, LlmAnswer(Naming = LlmNaming.CamelCase)]
        public enum Days { None, Mon, Tue }

        public sealed record Ticket(Priority Priority, Channel? Channel, Plain Plain);

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("{ticket.Priority} {ticket.Channel} {ticket.Plain} {priority} {priority:D} {maybe}{note.Priority}{note.Channel}")]
            Task<string> AskAsync(Ticket ticket, Priority priority, [Untrusted] Priority? maybe, Ticket? note);

            [Prompt("{first}; {second}")]
            Task<string> PlanAsync(Days first, Days? second);
        }

        public static class Program
        {
            public static Task<string> Ask(LlmRuntime runtime) =>
                new DeskEndpoint(runtime).AskAsync(new Ticket(Priority.High, Channel.ByPost, Plain.FirstOne), Priority.Low, Priority.Urgent, null);

            public static Task<string> AskOther(LlmRuntime runtime) =>
                new DeskEndpoint(runtime).AskAsync(new Ticket((Priority)7, null, Plain.FirstOne), Priority.High, null, new Ticket(Priority.Low, Channel.ByPhone, Plain.FirstOne));

            public static Task<string> Plan(LlmRuntime runtime) => new DeskEndpoint(runtime).PlanAsync(Days.Mon, Days.Mon | Days.Tue);
        }
        """;

    [Theory]
    [InlineData("Ask", "very-high \"now\" by-post FirstOne Low 0 <untrusted name=\"maybe\">\nvery-high \"now\"\n</untrusted>")]
    [InlineData("AskOther", "7  FirstOne very-high \"now\" 1 <untrusted name=\"maybe\">\n\n</untrusted>Lowby-phone")]
    [InlineData("Plan", "Mon; Mon, Tue")]
    public async Task They_are_written_by_their_names_in_JSON(string method, string message)
    {
        await using var program = await GeneratedProgram.StartAsync(Source);

        await program.CallAsync(method);

        Assert.Equal(message, program.LastMessage());
    }
}
