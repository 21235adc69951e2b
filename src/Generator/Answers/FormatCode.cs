using System.Text;
using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Prints what a request says of the answer that it wants: for the runtime as constants, and for tools as an attribute of the assembly.</summary>
/// <param name="className">The class of the format, by which descriptors of endpoints refer to it.</param>
/// <param name="name">The name that the service gets.</param>
/// <param name="schema">The schema as JSON.</param>
internal sealed class FormatCode(string className, string name, string schema)
{
    private readonly string _json = CSharpLiterals.Text($"{Before(name)}{schema},\"strict\":true}}");

    public string ClassName => className;

    public string Descriptor => $"[assembly: global::TypedLlm.CompilerServices.LlmAnswerDescriptor({CSharpLiterals.Text(className)}, {_json})]";

    public void Write(SourceWriter writer) => writer.Write($$"""
        public static readonly {{className}} Instance = new();

        public override string Name => {{CSharpLiterals.Text(name)}};

        public override global::System.ReadOnlySpan<byte> FormatJson => {{_json}}u8;

        public override global::System.ReadOnlySpan<byte> Schema => this.FormatJson.Slice({{Length(Before(name))}}, {{Length(schema)}});
        """);

    private static string Before(string name) => $"{{\"type\":\"json_schema\",\"name\":\"{name}\",\"schema\":";

    private static string Length(string text) => CSharpLiterals.Number(Encoding.UTF8.GetByteCount(text));
}
