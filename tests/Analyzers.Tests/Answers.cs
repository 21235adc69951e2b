namespace TypedLlm.Analyzers.Tests;

/// <summary>Types of answers that show a rule.</summary>
internal static class Answers
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using TypedLlm;

        """;

    public static string Source(string code) => Usings + code + "\n";

    /// <summary>An answer with one member.</summary>
    public static string Member(string member, string declarations = "") => Source($"[LlmAnswer] public record Invoice({member});\n{declarations}");
}
