namespace TypedLlm;

/// <summary>
/// The ids of the models in the built-in catalog. Which of them are shut down is judged where they are used, by the same rules as
/// for ids in quotes; numbers are tokens.
/// </summary>
public static class LlmModels
{
    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt62Astra = "gpt-6.2-astra";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt62Sol = "gpt-6.2-sol";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt61Terra = "gpt-6.1-terra";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt61Sol = "gpt-6.1-sol";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt6Astra = "gpt-6-astra";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt6Sol = "gpt-6-sol";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt6Luna = "gpt-6-luna";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt56Sol = "gpt-5.6-sol";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt56Terra = "gpt-5.6-terra";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt56Luna = "gpt-5.6-luna";

    /// <summary>General-purpose; 16,385 of context, 4,096 of output. Shut down on 2026-10-23; replaced by gpt-5.6-terra.</summary>
    public const string Gpt35Turbo = "gpt-3.5-turbo";

    /// <summary>General-purpose; 8,192 of context, 8,192 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt4 = "gpt-4";

    /// <summary>General-purpose; 128,000 of context, 4,096 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt4Turbo = "gpt-4-turbo";

    /// <summary>General-purpose; 1,047,576 of context, 32,768 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt41 = "gpt-4.1";

    /// <summary>General-purpose; 1,047,576 of context, 32,768 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt41Mini = "gpt-4.1-mini";

    /// <summary>General-purpose; 1,047,576 of context, 32,768 of output. Shut down on 2026-10-23; replaced by gpt-5.6-luna.</summary>
    public const string Gpt41Nano = "gpt-4.1-nano";

    /// <summary>General-purpose; 128,000 of context, 16,384 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt4o = "gpt-4o";

    /// <summary>General-purpose; 128,000 of context, 4,096 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt4o20240513 = "gpt-4o-2024-05-13";

    /// <summary>General-purpose; 128,000 of context, 16,384 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt4o20240806 = "gpt-4o-2024-08-06";

    /// <summary>General-purpose; 128,000 of context, 16,384 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt4o20241120 = "gpt-4o-2024-11-20";

    /// <summary>General-purpose; 128,000 of context, 16,384 of output. Shuts down on 2027-01-14; replaced by gpt-6-luna.</summary>
    public const string Gpt4oMini = "gpt-4o-mini";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output. Shuts down on 2026-12-11; replaced by gpt-6.1-sol.</summary>
    public const string Gpt5 = "gpt-5";

    /// <summary>For chat; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt5ChatLatest = "gpt-5-chat-latest";

    /// <summary>For coding; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt5Codex = "gpt-5-codex";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output. Shuts down on 2026-12-11; replaced by gpt-6.1-terra.</summary>
    public const string Gpt5Mini = "gpt-5-mini";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output. Shuts down on 2026-12-11; replaced by gpt-5.6-luna.</summary>
    public const string Gpt5Nano = "gpt-5-nano";

    /// <summary>For hard problems; 400,000 of context, 272,000 of output. Shuts down on 2026-12-11; replaced by gpt-5.6-sol in reasoning mode pro.</summary>
    public const string Gpt5Pro = "gpt-5-pro";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output. Shuts down on 2027-04-01.</summary>
    public const string Gpt51 = "gpt-5.1";

    /// <summary>For chat; 128,000 of context, 16,384 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt51ChatLatest = "gpt-5.1-chat-latest";

    /// <summary>For coding; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt51Codex = "gpt-5.1-codex";

    /// <summary>For coding; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt51CodexMax = "gpt-5.1-codex-max";

    /// <summary>For coding; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-terra.</summary>
    public const string Gpt51CodexMini = "gpt-5.1-codex-mini";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output.</summary>
    public const string Gpt52 = "gpt-5.2";

    /// <summary>For chat; 128,000 of context, 16,384 of output. Shut down on 2026-08-10; replaced by gpt-5.6-sol.</summary>
    public const string Gpt52ChatLatest = "gpt-5.2-chat-latest";

    /// <summary>For coding; 400,000 of context, 128,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string Gpt52Codex = "gpt-5.2-codex";

    /// <summary>For hard problems; 400,000 of context, 128,000 of output.</summary>
    public const string Gpt52Pro = "gpt-5.2-pro";

    /// <summary>For chat; 128,000 of context, 16,384 of output. Shut down on 2026-08-10; replaced by gpt-5.6-sol.</summary>
    public const string Gpt53ChatLatest = "gpt-5.3-chat-latest";

    /// <summary>For coding; 400,000 of context, 128,000 of output.</summary>
    public const string Gpt53Codex = "gpt-5.3-codex";

    /// <summary>For coding; 128,000 of context, 32,000 of output.</summary>
    public const string Gpt53CodexSpark = "gpt-5.3-codex-spark";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt54 = "gpt-5.4";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output.</summary>
    public const string Gpt54Mini = "gpt-5.4-mini";

    /// <summary>General-purpose; 400,000 of context, 128,000 of output.</summary>
    public const string Gpt54Nano = "gpt-5.4-nano";

    /// <summary>For hard problems; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt54Pro = "gpt-5.4-pro";

    /// <summary>General-purpose; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt55 = "gpt-5.5";

    /// <summary>For hard problems; 1,050,000 of context, 128,000 of output.</summary>
    public const string Gpt55Pro = "gpt-5.5-pro";

    /// <summary>General-purpose; 200,000 of context, 100,000 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol.</summary>
    public const string O1 = "o1";

    /// <summary>For hard problems; 200,000 of context, 100,000 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol in reasoning mode pro.</summary>
    public const string O1Pro = "o1-pro";

    /// <summary>General-purpose; 200,000 of context, 100,000 of output. Shuts down on 2026-12-11; replaced by gpt-5.6-sol.</summary>
    public const string O3 = "o3";

    /// <summary>For research; 200,000 of context, 100,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string O3DeepResearch = "o3-deep-research";

    /// <summary>General-purpose; 200,000 of context, 100,000 of output. Shut down on 2026-10-23; replaced by gpt-5.6-sol.</summary>
    public const string O3Mini = "o3-mini";

    /// <summary>For hard problems; 200,000 of context, 100,000 of output. Shuts down on 2026-12-11; replaced by gpt-5.6-sol in reasoning mode pro.</summary>
    public const string O3Pro = "o3-pro";

    /// <summary>General-purpose; 200,000 of context, 100,000 of output. Shut down on 2026-10-23; replaced by gpt-5.6-terra.</summary>
    public const string O4Mini = "o4-mini";

    /// <summary>For research; 200,000 of context, 100,000 of output. Shut down on 2026-07-23; replaced by gpt-5.6-sol.</summary>
    public const string O4MiniDeepResearch = "o4-mini-deep-research";
}
